package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.identity.staff.Accounts;

/** What a signed-in user shows once more before something weighty, and breaking the glass. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@RequestMapping("/api/v1/session")
class ConfirmController {

  private static final Duration EMERGENCY = Duration.ofMinutes(30);

  private final SignIn signIn;
  private final SecondFactor factor;
  private final CheckPassword check;
  private final Accounts accounts;
  private final Access access;
  private final Clock clock;

  ConfirmController(
      SignIn signIn,
      SecondFactor factor,
      CheckPassword check,
      Accounts accounts,
      Access access,
      Clock clock) {
    this.signIn = signIn;
    this.factor = factor;
    this.check = check;
    this.accounts = accounts;
    this.access = access;
    this.clock = clock;
  }

  /** The code of the second factor; a demo account without one gives its password. */
  record Shown(@NotNull @Size(max = 200) String secret) {}

  record Reason(@NotNull @Size(min = 5, max = 200) String reason) {}

  /** Whether the second factor was shown so lately that it needn't be again. */
  record Freshness(boolean fresh) {}

  @GetMapping("/confirmation")
  @OpenRoute(OpenRoute.To.SIGNED_IN)
  @Operation(summary = "Whether something weighty may be done without showing the second factor")
  Freshness fresh(HttpServletRequest request) {
    access.user();
    return new Freshness(FreshFactor.Shown.lately(request.getSession(false), clock));
  }

  @PostMapping("/confirmation")
  @OpenRoute(OpenRoute.To.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Shows the second factor once more before something weighty")
  void confirm(@RequestBody @Valid Shown shown, HttpServletRequest request) {
    String username = access.user().username();
    Accounts.Account account =
        accounts.find(username, LocalDate.now(clock)).orElseThrow(SignIn::interrupted);
    if (account.factor().secret() != null) {
      factor.require(account, shown.secret());
    } else if (account.factor().passkey()) {
      throw SignIn.SIGN_IN_REFUSED.because("这个账户用通行密钥验证，请出示通行密钥。");
    } else if (check.check(username, shown.secret(), request.getRemoteAddr()).isEmpty()) {
      throw SignIn.SIGN_IN_REFUSED.because("口令不正确，请重新输入。");
    }
    signIn.confirm(request.getSession());
    access.tell(Deed.CONFIRMED, "", "");
  }

  @PostMapping("/emergency")
  @Requires(Permission.BREAK_GLASS)
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Looks beyond the own area and fields for half an hour; everybody is told")
  void begin(
      @RequestBody @Valid Reason reason, HttpServletRequest request, HttpServletResponse response) {
    CurrentUser user = access.user();
    access.tell(Deed.GLASS_BROKEN, "", reason.reason().strip());
    signIn.enter(
        user.in(
            new CurrentUser.Emergency(clock.instant().plus(EMERGENCY), reason.reason().strip())),
        request,
        response);
  }

  @DeleteMapping("/emergency")
  @OpenRoute(OpenRoute.To.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends looking beyond the own area and fields")
  void end(HttpServletRequest request, HttpServletResponse response) {
    access.tell(Deed.EMERGENCY_ENDED, "", "");
    signIn.enter(access.user().in(null), request, response);
  }
}
