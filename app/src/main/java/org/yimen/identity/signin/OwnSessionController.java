package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.OpenRoute;
import org.yimen.identity.SessionStart;
import org.yimen.platform.ProblemType;

/** Where users are signed in, for them to see and to end (ASVS 5.0 7.5.2). */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@ConditionalOnWebApplication // commands have no sessions
@RequestMapping("/api/v1/own-sessions")
@OpenRoute(OpenRoute.To.SIGNED_IN)
class OwnSessionController {

  private static final int HANDLE_BYTES = 12;

  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Access access;

  OwnSessionController(
      FindByIndexNameSessionRepository<? extends Session> sessions, Access access) {
    this.sessions = sessions;
    this.access = access;
  }

  /**
   * One place where the user is signed in.
   *
   * @param handle names it, and is no secret that opens it
   * @param address of the network; empty where it isn't known
   * @param lastUsed of the last request but for some seconds
   * @param current whether it is the one that asks
   */
  @Schema(name = "OwnSession")
  record OwnSession(
      String handle,
      String address,
      String browser,
      Instant since,
      Instant lastUsed,
      boolean current) {}

  @GetMapping
  @Operation(summary = "Where the user is signed in, the place last used first")
  List<OwnSession> all(HttpServletRequest request) {
    return open(request).toList();
  }

  @DeleteMapping("/{handle}")
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Signs the user out in one place")
  void end(@PathVariable String handle, HttpServletRequest request) {
    OwnSession wanted =
        open(request)
            .filter(one -> one.handle().equals(handle))
            .findAny()
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("这处登录已经退出，请刷新页面。"));
    access.tell(Deed.SESSION_ENDED, "", wanted.address() + " " + wanted.browser());
    delete(handle);
  }

  @DeleteMapping
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Signs the user out everywhere but here")
  void endOthers(HttpServletRequest request) {
    List<OwnSession> others = open(request).filter(one -> !one.current()).toList();
    access.tell(Deed.SESSION_ENDED, "", "其他 %d 处".formatted(others.size()));
    others.forEach(one -> delete(one.handle()));
  }

  private void delete(String handle) {
    sessions.findByPrincipalName(access.user().username()).keySet().stream()
        .filter(id -> handle(id).equals(handle))
        .forEach(sessions::deleteById);
  }

  private Stream<OwnSession> open(HttpServletRequest request) {
    HttpSession here = request.getSession(false);
    String current = here == null ? "" : handle(here.getId());
    return sessions.findByPrincipalName(access.user().username()).values().stream()
        .filter(session -> !session.isExpired())
        .map(session -> described(session, current))
        .sorted(Comparator.comparing(OwnSession::lastUsed).reversed());
  }

  private static OwnSession described(Session session, String current) {
    @Nullable SignedInFrom from = session.getAttribute(SignedInFrom.ATTRIBUTE);
    String handle = handle(session.getId());
    return new OwnSession(
        handle,
        from == null ? "" : from.address(),
        from == null ? "" : from.browser(),
        SessionStart.of(session),
        session.getLastAccessedTime(),
        handle.equals(current));
  }

  /** The id itself opens the session, so that nothing but a digest of it goes out. */
  private static String handle(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HANDLE_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
