package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.OpenRoute;

/** A passkey in place of the code: on the way in, and once more before something weighty. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@OpenRoute(OpenRoute.To.EVERYBODY)
class PasskeyController {

  private final UsePasskey use;
  private final PasskeyRows rows;
  private final SignIn signIn;
  private final DescribeSession describe;
  private final Access access;

  PasskeyController(
      UsePasskey use, PasskeyRows rows, SignIn signIn, DescribeSession describe, Access access) {
    this.use = use;
    this.rows = rows;
    this.signIn = signIn;
    this.describe = describe;
    this.access = access;
  }

  /**
   * What is put to an authenticator.
   *
   * @param keys those that may answer; none where the user has no passkey
   */
  @Schema(name = "PasskeyQuestion")
  @SuppressWarnings("ArrayRecordComponent")
  record Question(byte[] challenge, String host, List<byte[]> keys) {}

  /** What it answers; everything in base64. */
  @Schema(name = "PasskeyAnswer")
  @SuppressWarnings("ArrayRecordComponent")
  record Answer(
      @NotNull @Size(max = 1100) byte[] id,
      @NotNull @Size(max = 4000) byte[] authenticatorData,
      @NotNull @Size(max = 4000) byte[] clientData,
      @NotNull @Size(max = 4000) byte[] signature) {}

  @PostMapping("/api/v1/session/passkey-question")
  @Operation(summary = "A challenge for one of the user's passkeys")
  Question question(HttpServletRequest request) {
    String username = who(request);
    List<byte[]> keys = use.possible(request) ? rows.ids(username) : List.of();
    if (keys.isEmpty()) {
      return new Question(new byte[0], "", keys);
    }
    Passkeys.Asked asked = use.ask(username, request);
    return new Question(asked.challenge(), asked.host(), keys);
  }

  @PostMapping("/api/v1/session/passkey-answer")
  @Operation(summary = "Shows a passkey on the way in, or once more before something weighty")
  DescribeSession.Step answer(
      @RequestBody @Valid Answer answer, HttpServletRequest request, HttpServletResponse response) {
    boolean onTheWay = SignIn.onTheWay(request);
    use.require(
        who(request),
        request.getSession(false),
        new Passkeys.Shown(
            answer.id(), answer.authenticatorData(), answer.clientData(), answer.signature()));
    if (onTheWay) {
      return describe.step(signIn.proceed(true, request, response));
    }
    signIn.confirm(request.getSession());
    access.tell(Deed.CONFIRMED, "", "通行密钥");
    return describe.step(SignIn.Next.DONE);
  }

  private String who(HttpServletRequest request) {
    return SignIn.onTheWay(request)
        ? signIn.pending(SignIn.Next.CODE, request).username()
        : access.user().username();
  }
}
