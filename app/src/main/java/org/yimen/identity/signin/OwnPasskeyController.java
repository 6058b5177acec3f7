package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.OpenRoute;
import org.yimen.platform.ProblemType;

/** Users add and remove passkeys of their own, after showing the second factor that they have. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@RequestMapping("/api/v1/own-passkeys")
@OpenRoute(OpenRoute.To.SIGNED_IN)
class OwnPasskeyController {

  private static final int MOST = 10;
  private static final int HANDLE_BYTES = 16;

  private final Passkeys passkeys;
  private final PasskeyRows rows;
  private final UsePasskey use;
  private final Access access;

  OwnPasskeyController(Passkeys passkeys, PasskeyRows rows, UsePasskey use, Access access) {
    this.passkeys = passkeys;
    this.rows = rows;
    this.use = use;
    this.access = access;
  }

  /** A passkey as its owner sees it; the id in base64 without marks of addresses. */
  @Schema(name = "OwnPasskey")
  record OwnPasskey(String id, String title, Instant madeAt, @Nullable Instant lastUsedAt) {}

  /** The user's passkeys, and whether more can be made at this address. */
  @Schema(name = "OwnPasskeys")
  record Own(boolean possible, List<OwnPasskey> passkeys) {}

  /** What an authenticator is asked to make a key for; it makes none where it has one of these. */
  @Schema(name = "NewPasskeyQuestion")
  @SuppressWarnings("ArrayRecordComponent")
  record Question(
      byte[] challenge,
      String host,
      byte[] userHandle,
      String username,
      String displayName,
      List<byte[]> keys) {}

  @Schema(name = "NewPasskey")
  @SuppressWarnings("ArrayRecordComponent")
  record NewPasskey(
      @NotBlank @Size(max = 40) String title,
      @NotNull @Size(max = 20_000) byte[] attestation,
      @NotNull @Size(max = 4000) byte[] clientData) {}

  @GetMapping
  @Operation(summary = "The user's passkeys")
  Own all(HttpServletRequest request) {
    return new Own(
        use.possible(request),
        rows.of(access.user().username()).stream()
            .map(row -> new OwnPasskey(text(row.id()), row.title(), row.madeAt(), row.lastUsedAt()))
            .toList());
  }

  @PostMapping("/question")
  @FreshFactor
  @Operation(summary = "A challenge to make a passkey with")
  Question question(HttpServletRequest request) {
    CurrentUser user = access.user();
    Passkeys.Asked asked = use.ask(user.username(), request);
    return new Question(
        asked.challenge(),
        asked.host(),
        handle(user.username()),
        user.username(),
        user.displayName(),
        rows.ids(user.username()));
  }

  @PostMapping
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Adds a passkey as a second factor, beside the code")
  void add(@RequestBody @Valid NewPasskey made, HttpServletRequest request) {
    String username = access.user().username();
    Passkeys.Key key =
        use.taken(username, request.getSession(false))
            .flatMap(asked -> passkeys.made(asked, made.attestation(), made.clientData()))
            .orElseThrow(() -> ProblemType.INVALID_REQUEST.because("通行密钥没有通过核对，没有添加。请重新添加一次。"));
    if (rows.of(username).size() >= MOST || !rows.add(username, key, made.title().strip())) {
      throw ProblemType.INVALID_REQUEST.because("这个通行密钥已经添加过，或已满 %d 个。请先删除不用的。".formatted(MOST));
    }
    access.tell(Deed.PASSKEY_ADDED, "account:" + username, made.title().strip());
  }

  @DeleteMapping("/{id}")
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Removes a passkey")
  void remove(@PathVariable @Size(max = 1500) String id) {
    String username = access.user().username();
    if (!rows.remove(username, bytes(id))) {
      throw ProblemType.NOT_FOUND.because("没有这个通行密钥，请刷新页面。");
    }
    access.tell(Deed.PASSKEY_REMOVED, "account:" + username, "");
  }

  private static String text(byte[] id) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static byte[] bytes(String id) {
    try {
      return Base64.getUrlDecoder().decode(id);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** What an authenticator knows the user by: nothing that tells who it is. */
  private static byte[] handle(String username) {
    byte[] name = ("yimen:" + username).getBytes(StandardCharsets.UTF_8);
    SHA256Digest digest = new SHA256Digest();
    digest.update(name, 0, name.length);
    byte[] whole = new byte[digest.getDigestSize()];
    digest.doFinal(whole, 0);
    return Arrays.copyOf(whole, HANDLE_BYTES);
  }
}
