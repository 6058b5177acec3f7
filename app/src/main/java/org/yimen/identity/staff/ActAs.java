package org.yimen.identity.staff;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.ReachOfUser;
import org.yimen.platform.ProblemType;

/** Goes on for somebody with what they began, with the rights that they have by now. */
@Component
public class ActAs {

  private final Accounts accounts;
  private final ReachOfUser reach;
  private final Clock clock;

  ActAs(Accounts accounts, ReachOfUser reach, Clock clock) {
    this.accounts = accounts;
    this.reach = reach;
    this.clock = clock;
  }

  /**
   * Does it as this person, who must still hold the position.
   *
   * @throws org.yimen.platform.Problem not-allowed
   */
  public <T extends @Nullable Object> T of(String username, String position, Supplier<T> deed) {
    CurrentUser user =
        accounts
            .find(username, LocalDate.now(clock))
            .map(Accounts.Account::user)
            .filter(one -> one.position().code().equals(position))
            .orElseThrow(() -> ProblemType.REFUSED.because("启动人的账户已停用或已离开原岗位，没有办理。请由在岗人员重新启动。"));
    SecurityContext before = SecurityContextHolder.getContext();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    SecurityContextHolder.setContext(context);
    try {
      return reach.now().call(deed::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
