package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.OpenRoute;
import org.yimen.identity.staff.Accounts;

@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@RequestMapping("/api/v1/session")
@OpenRoute(OpenRoute.To.EVERYBODY)
class SessionController {

  private final CheckPassword check;
  private final SignIn signIn;
  private final DescribeSession describe;
  private final Access access;

  SessionController(CheckPassword check, SignIn signIn, DescribeSession describe, Access access) {
    this.check = check;
    this.signIn = signIn;
    this.describe = describe;
    this.access = access;
  }

  record Credentials(
      @NotNull @Size(max = 100) String username, @NotNull @Size(max = 200) String password) {}

  @PostMapping
  @Operation(summary = "Checks name and password; says what is needed next to be signed in")
  DescribeSession.Step signIn(
      @RequestBody @Valid Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Accounts.Account> account =
        check.check(credentials.username(), credentials.password(), request.getRemoteAddr());
    Accounts.Account found =
        account.orElseThrow(() -> SignIn.SIGN_IN_REFUSED.because("用户名或密码不正确，或尝试过于频繁。请核对后稍候再试。"));
    return describe.step(signIn.begin(found, request, response));
  }

  @GetMapping
  @Operation(summary = "Says who is signed in")
  DescribeSession.Session current() {
    return describe.current();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Signs out")
  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      access.tellIfSignedIn(Deed.SIGNED_OUT);
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }
}
