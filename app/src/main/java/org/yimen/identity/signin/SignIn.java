package org.yimen.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.SessionStart;
import org.yimen.identity.staff.Accounts;
import org.yimen.identity.staff.Accounts.Account;
import org.yimen.identity.staff.Passwords;
import org.yimen.platform.ProblemType;

/**
 * Takes somebody whose password was right, or whom the issuer named, through what is still missing:
 * the code of the second factor, a password of their own, the enrolment of a second factor. Until
 * all is there nobody is signed in. The account is looked up anew at every step.
 */
@Component
class SignIn {

  static final ProblemType SIGN_IN_REFUSED =
      new ProblemType("sign-in-refused", HttpStatus.UNAUTHORIZED, "登录未成功");

  private static final String PENDING = "yimen.pending";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** What comes next. */
  enum Next {
    CODE,
    PASSWORD,
    ENROL,
    DONE
  }

  /** Somebody between the first factor, a password or the issuer's word, and the end. */
  private record Pending(String username, Instant since, boolean byIssuer, boolean codeGiven)
      implements Serializable {}

  private final Accounts accounts;
  private final Passwords passwords;
  private final Access access;
  private final Clock clock;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SignIn(Accounts accounts, Passwords passwords, Access access, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.access = access;
    this.clock = clock;
  }

  /** The password was right. */
  Next begin(Account account, HttpServletRequest request, HttpServletResponse response) {
    return begin(new Pending(account.username(), clock.instant(), false, false), request, response);
  }

  /** The issuer said who it is: no password of ours is asked for, the second factor is. */
  Next beginAtIssuer(Account account, HttpServletRequest request, HttpServletResponse response) {
    return begin(new Pending(account.username(), clock.instant(), true, false), request, response);
  }

  private Next begin(Pending pending, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    session.setAttribute(PENDING, pending);
    return proceed(false, request, response);
  }

  /** Another step was done; the last one signs in. */
  Next proceed(boolean codeGiven, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession();
    Pending before = require(session);
    Pending now =
        new Pending(
            before.username(), before.since(), before.byIssuer(), before.codeGiven() || codeGiven);
    session.setAttribute(PENDING, now);
    Account account = account(now);
    Next next = next(account, now);
    CurrentUser user = account.user();
    if (next == Next.DONE && user != null) {
      request.changeSessionId();
      session.removeAttribute(PENDING);
      enter(user, request, response);
      confirm(session);
      SessionStart.now(session, clock);
      SignedInFrom.keep(request, session);
      accounts.signedIn(user.username(), clock.instant());
      access.tell(Deed.SIGNED_IN, "", now.byIssuer() ? "统一身份认证" : "");
    }
    return next;
  }

  /** Who is on the way in; a problem 401 where nobody is, or it took too long. */
  Account pending(HttpServletRequest request) {
    return account(require(request.getSession(false)));
  }

  /** Who is on the way in, and stands at this step. */
  Account pending(Next step, HttpServletRequest request) {
    Pending pending = require(request.getSession(false));
    Account account = account(pending);
    if (next(account, pending) != step) {
      throw interrupted();
    }
    return account;
  }

  static boolean onTheWay(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(PENDING) != null;
  }

  /** Makes this the user of the session from now on. */
  void enter(CurrentUser user, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  /** The user has just shown who they are. */
  void confirm(HttpSession session) {
    FreshFactor.Shown.now(session, clock);
  }

  private Pending require(@Nullable HttpSession session) {
    Object found = session == null ? null : session.getAttribute(PENDING);
    if (found instanceof Pending pending
        && clock.instant().isBefore(pending.since().plus(LONGEST))) {
      return pending;
    }
    throw interrupted();
  }

  private Account account(Pending pending) {
    return accounts
        .find(pending.username(), LocalDate.now(clock))
        .filter(account -> account.user() != null)
        .orElseThrow(SignIn::interrupted);
  }

  private Next next(Account account, Pending pending) {
    boolean enrolled = account.factor().enrolled();
    if (enrolled && !pending.codeGiven()) {
      return Next.CODE;
    }
    if (!pending.byIssuer() && (account.oneTimeUntil() != null || old(account))) {
      return Next.PASSWORD;
    }
    return account.factorRequired() && !enrolled ? Next.ENROL : Next.DONE;
  }

  private boolean old(Account account) {
    Optional<Duration> longest = passwords.longestUse();
    return account.factorRequired()
        && longest.isPresent()
        && account.passwordChangedAt().plus(longest.get()).isBefore(clock.instant());
  }

  static RuntimeException interrupted() {
    return SIGN_IN_REFUSED.because("登录没有完成或已超时，请从用户名和密码重新开始。");
  }
}
