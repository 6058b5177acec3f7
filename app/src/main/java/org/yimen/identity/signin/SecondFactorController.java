package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.OpenRoute;
import org.yimen.identity.staff.Accounts;
import org.yimen.platform.ProblemType;

@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@RequestMapping("/api/v1/session")
@OpenRoute(OpenRoute.To.EVERYBODY)
class SecondFactorController {

  private static final ProblemType ENROLLED =
      new ProblemType("already-enrolled", HttpStatus.CONFLICT, "已经绑定");
  private static final String SECRET = "yimen.enrolment";

  private final SignIn signIn;
  private final SecondFactor factor;
  private final Accounts accounts;
  private final DescribeSession describe;
  private final Access access;
  private final Clock clock;

  SecondFactorController(
      SignIn signIn,
      SecondFactor factor,
      Accounts accounts,
      DescribeSession describe,
      Access access,
      Clock clock) {
    this.signIn = signIn;
    this.factor = factor;
    this.accounts = accounts;
    this.describe = describe;
    this.access = access;
    this.clock = clock;
  }

  record Code(@NotNull @Pattern(regexp = "\\d{6}") String code) {}

  /** The path draws the dark squares of a picture of that size, one unit each. */
  record Enrolment(String username, String secret, int pictureSize, String picturePath) {}

  @PostMapping("/code")
  @Operation(summary = "Gives the code of the second factor on the way in")
  DescribeSession.Step code(
      @RequestBody @Valid Code code, HttpServletRequest request, HttpServletResponse response) {
    factor.require(signIn.pending(SignIn.Next.CODE, request), code.code());
    return describe.step(signIn.proceed(true, request, response));
  }

  @GetMapping("/enrolment")
  @Operation(summary = "A new secret for the app on the user's phone, told to this session only")
  Enrolment secret(HttpServletRequest request) {
    Accounts.Account account = notEnrolled(request);
    byte[] secret = Totp.secret();
    request.getSession().setAttribute(SECRET, secret);
    Totp.Picture picture = Totp.picture(Totp.address(account.username(), secret));
    return new Enrolment(account.username(), Totp.text(secret), picture.size(), picture.path());
  }

  @PostMapping("/enrolment")
  @Operation(summary = "Enrols the second factor with a first code of it")
  DescribeSession.Step enrol(
      @RequestBody @Valid Code code, HttpServletRequest request, HttpServletResponse response) {
    boolean onTheWay = SignIn.onTheWay(request);
    Accounts.Account account = notEnrolled(request);
    HttpSession session = request.getSession();
    if (!(session.getAttribute(SECRET) instanceof byte[] secret)) {
      throw SignIn.interrupted();
    }
    factor.enrol(account, secret, code.code());
    session.removeAttribute(SECRET);
    if (onTheWay) {
      return describe.step(signIn.proceed(true, request, response));
    }
    signIn.confirm(session);
    return describe.step(SignIn.Next.DONE);
  }

  private Accounts.Account notEnrolled(HttpServletRequest request) {
    Accounts.Account account =
        SignIn.onTheWay(request)
            ? signIn.pending(SignIn.Next.ENROL, request)
            : accounts
                .find(access.user().username(), LocalDate.now(clock))
                .orElseThrow(SignIn::interrupted);
    if (account.factor().secret() != null) {
      throw ENROLLED.because("这个账户已绑定动态口令。要换手机，请安全管理员重置。");
    }
    return account;
  }
}
