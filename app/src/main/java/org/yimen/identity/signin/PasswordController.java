package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.OpenRoute;

/** Users choose their own password: on the way in when it is due, or whenever they like. */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
class PasswordController {

  private final SignIn signIn;
  private final CheckPassword check;
  private final ChoosePassword choose;
  private final DescribeSession describe;
  private final Access access;

  PasswordController(
      SignIn signIn,
      CheckPassword check,
      ChoosePassword choose,
      DescribeSession describe,
      Access access) {
    this.signIn = signIn;
    this.check = check;
    this.choose = choose;
    this.describe = describe;
    this.access = access;
  }

  /** The present password is needed from who is signed in already. */
  record NewPassword(
      @Nullable @Size(max = 200) String present, @NotNull @Size(max = 200) String password) {}

  @PostMapping("/api/v1/session/password")
  @OpenRoute(OpenRoute.To.EVERYBODY)
  @Operation(summary = "Chooses a password of one's own")
  DescribeSession.Step choose(
      @RequestBody @Valid NewPassword wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (SignIn.onTheWay(request)) {
      choose.choose(signIn.pending(SignIn.Next.PASSWORD, request).username(), wanted.password());
      return describe.step(signIn.proceed(false, request, response));
    }
    String username = access.user().username();
    String present = Optional.ofNullable(wanted.present()).orElse("");
    if (check.check(username, present, request.getRemoteAddr()).isEmpty()) {
      throw SignIn.SIGN_IN_REFUSED.because("现在的口令不正确，口令没有更改。");
    }
    choose.choose(username, wanted.password());
    return describe.step(SignIn.Next.DONE);
  }
}
