package org.yimen.identity.signin;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.staff.Accounts;
import org.yimen.platform.ProblemType;

/**
 * Puts a question to the issuer and takes its answer, once. A forged or late answer, one to another
 * question, somebody whom no administrator linked and an account that may not be used all get the
 * same answer from us.
 */
@Component
class AskIssuer {

  private static final Logger LOG = LoggerFactory.getLogger(AskIssuer.class);
  private static final String ASKED = "yimen.issuerAsked";
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Issuer issuer;
  private final IssuerSettings settings;
  private final Accounts accounts;
  private final Access access;
  private final Clock clock;

  AskIssuer(Issuer issuer, IssuerSettings settings, Accounts accounts, Access access, Clock clock) {
    this.issuer = issuer;
    this.settings = settings;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** A question that is open in a session. */
  private record Asked(OAuth2AuthorizationRequest question, Instant at) implements Serializable {}

  /** The address at the issuer to go to; the session keeps what the answer has to fit. */
  String address(HttpSession session) {
    if (!settings.enabled()) {
      throw ProblemType.NOT_FOUND.because("本系统没有配置统一身份认证，请用用户名和口令登录。");
    }
    try {
      OAuth2AuthorizationRequest question = issuer.question();
      session.setAttribute(ASKED, new Asked(question, clock.instant()));
      return question.getAuthorizationRequestUri();
    } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
      LOG.warn("the issuer of identities doesn't answer as it should", e);
      throw ProblemType.UNAVAILABLE.because(
          "暂时连不上%s，请稍后再试，或用用户名和口令登录。".formatted(settings.title()));
    }
  }

  /** The account of whom the issuer means. */
  Accounts.Account answered(@Nullable HttpSession session, String code, String state) {
    Optional<String> subject = Optional.empty();
    if (session != null && session.getAttribute(ASKED) instanceof Asked asked) {
      session.removeAttribute(ASKED);
      if (clock.instant().isBefore(asked.at().plus(LONGEST))) {
        subject = issuer.subject(asked.question(), code, state);
      }
    }
    Optional<Accounts.Account> account =
        subject.flatMap(one -> accounts.linked(settings.issuer(), one, LocalDate.now(clock)));
    return account.filter(one -> one.user() != null).orElseThrow(() -> refused(account));
  }

  private RuntimeException refused(Optional<Accounts.Account> account) {
    String object = account.map(one -> "account:" + one.username()).orElse("");
    access.tellRefused(Deed.SIGN_IN_REFUSED, object, settings.title());
    return SignIn.SIGN_IN_REFUSED.because(
        "%s登录没有成功。请重新登录；一直不成功的，请安全管理员核对账户的关联。".formatted(settings.title()));
  }
}
