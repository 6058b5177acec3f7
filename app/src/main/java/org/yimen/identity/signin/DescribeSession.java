package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Permission;
import org.yimen.identity.staff.Accounts;

/** Says who is signed in, or what is missing until somebody is. */
@Component
class DescribeSession {

  private final Access access;
  private final Accounts accounts;
  private final Environment environment;
  private final Clock clock;

  DescribeSession(Access access, Accounts accounts, Environment environment, Clock clock) {
    this.access = access;
    this.accounts = accounts;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Who is signed in, in which position.
   *
   * @param secondFactor whether a second factor is enrolled
   * @param emergencyUntil set while more is shown than the position allows
   */
  @Schema(name = "Account")
  record Session(
      String username,
      String displayName,
      String role,
      String roleName,
      String unit,
      String areaCode,
      String areaName,
      List<String> permissions,
      boolean secondFactor,
      @Nullable Instant emergencyUntil,
      boolean demo) {}

  /** Next is code, password, enrol or done; the account is there when done. */
  @Schema(name = "SignInStep")
  record Step(String next, @Nullable Session account) {}

  Step step(SignIn.Next next) {
    return new Step(
        next.name().toLowerCase(Locale.ROOT), next == SignIn.Next.DONE ? current() : null);
  }

  Session current() {
    CurrentUser user = access.user();
    CurrentUser.Emergency emergency = user.emergency();
    return new Session(
        user.username(),
        user.displayName(),
        user.role().code(),
        user.role().title(),
        user.unit(),
        user.areaCode(),
        user.areaName(),
        access.permissions().stream().map(Permission::code).toList(),
        enrolled(user.username()),
        emergency != null && access.inEmergency(user) ? emergency.until() : null,
        environment.acceptsProfiles(Profiles.of("demo")));
  }

  private boolean enrolled(String username) {
    return accounts
        .find(username, LocalDate.now(clock))
        .map(account -> account.factor().secret() != null)
        .orElse(false);
  }
}
