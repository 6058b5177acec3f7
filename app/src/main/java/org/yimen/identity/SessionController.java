package org.yimen.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.platform.ProblemType;

@RestController
@RequestMapping("/api/v1/session")
@OpenRoute(OpenRoute.To.EVERYBODY)
class SessionController {

  private static final ProblemType SIGN_IN_REFUSED =
      new ProblemType("sign-in-refused", HttpStatus.UNAUTHORIZED, "登录未成功");

  private final CheckPassword passwords;
  private final Access access;
  private final Environment environment;
  private final HttpSessionSecurityContextRepository contexts =
      new HttpSessionSecurityContextRepository();

  SessionController(CheckPassword passwords, Access access, Environment environment) {
    this.passwords = passwords;
    this.access = access;
    this.environment = environment;
  }

  record Credentials(
      @NotNull @Size(max = 100) String username, @NotNull @Size(max = 200) String password) {}

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
      boolean demo) {}

  @PostMapping
  @Operation(summary = "Signs in and begins a session")
  Session signIn(
      @RequestBody @Valid Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    CurrentUser user =
        passwords
            .check(credentials.username(), credentials.password(), request.getRemoteAddr())
            .orElseThrow(() -> SIGN_IN_REFUSED.because("用户名或密码不正确，或尝试过于频繁。请核对后稍候再试。"));
    request.getSession();
    request.changeSessionId();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return describe(user);
  }

  @GetMapping
  @Operation(summary = "Says who is signed in")
  Session current() {
    return describe(access.user());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Signs out")
  void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
  }

  private Session describe(CurrentUser user) {
    return new Session(
        user.username(),
        user.displayName(),
        user.role().code(),
        user.role().title(),
        user.unit(),
        user.areaCode(),
        user.areaName(),
        user.role().permissions().stream().map(Permission::code).toList(),
        environment.acceptsProfiles(Profiles.of("demo")));
  }
}
