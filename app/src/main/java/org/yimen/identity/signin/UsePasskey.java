package org.yimen.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.platform.ProblemType;

/** Puts challenges to authenticators and takes each answer once. */
@Component
class UsePasskey {

  private static final String ASKED = "yimen.passkeyAsked";
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int CHALLENGE_BYTES = 32;
  private static final Set<String> HERE = Set.of("localhost");

  private final Passkeys passkeys;
  private final PasskeyRows rows;
  private final Access access;
  private final Clock clock;
  private final String site;
  private final SecureRandom random = new SecureRandom();

  UsePasskey(
      Passkeys passkeys,
      PasskeyRows rows,
      Access access,
      Clock clock,
      @Value("${yimen.site:}") String site) {
    this.passkeys = passkeys;
    this.rows = rows;
    this.access = access;
    this.clock = clock;
    this.site = site.strip().replaceAll("/+$", "");
  }

  /** A challenge that is open in a session, for one user. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Open(String username, String origin, String host, byte[] challenge, Instant at)
      implements Serializable {}

  /**
   * A fresh challenge for this user; the one before it is no longer good.
   *
   * @throws org.yimen.platform.Problem not-found where the address of this site isn't settled
   */
  Passkeys.Asked ask(String username, HttpServletRequest request) {
    String origin =
        origin(request)
            .orElseThrow(
                () ->
                    ProblemType.NOT_FOUND.because(
                        "还不能用通行密钥：请系统管理员在 settings.yaml 写明本系统的网址（yimen.site）。"));
    byte[] challenge = new byte[CHALLENGE_BYTES];
    random.nextBytes(challenge);
    Open open =
        new Open(username, origin, URI.create(origin).getHost(), challenge, clock.instant());
    request.getSession().setAttribute(ASKED, open);
    return new Passkeys.Asked(open.origin(), open.host(), challenge);
  }

  /** Whether keys can be made and shown at the address that this request came to. */
  boolean possible(HttpServletRequest request) {
    return origin(request).isPresent();
  }

  /** The settled address; on the machine itself, where there is none, that of the request. */
  private Optional<String> origin(HttpServletRequest request) {
    if (!site.isEmpty()) {
      return Optional.of(site);
    }
    return HERE.contains(request.getServerName())
        ? Optional.of(
            "%s://%s:%d"
                .formatted(request.getScheme(), request.getServerName(), request.getServerPort()))
        : Optional.empty();
  }

  /** The challenge that this user has to answer, once. */
  Optional<Passkeys.Asked> taken(String username, @Nullable HttpSession session) {
    if (session == null || !(session.getAttribute(ASKED) instanceof Open open)) {
      return Optional.empty();
    }
    session.removeAttribute(ASKED);
    return open.username().equals(username) && clock.instant().isBefore(open.at().plus(LONGEST))
        ? Optional.of(new Passkeys.Asked(open.origin(), open.host(), open.challenge()))
        : Optional.empty();
  }

  /** A problem 401 unless one of the user's own keys answers the challenge of this session. */
  void require(String username, @Nullable HttpSession session, Passkeys.Shown shown) {
    Optional<Passkeys.Asked> asked = taken(username, session);
    Optional<Passkeys.Key> key = rows.find(username, shown.id());
    boolean right =
        asked.isPresent()
            && key.isPresent()
            && passkeys
                .shown(asked.get(), key.get(), shown)
                .map(uses -> rows.used(key.get(), uses))
                .orElse(false);
    if (!right) {
      access.tellRefused(Deed.SIGN_IN_REFUSED, "account:" + username, "通行密钥");
      throw SignIn.SIGN_IN_REFUSED.because("通行密钥没有通过核对，请再试一次，或改用动态口令。");
    }
  }
}
