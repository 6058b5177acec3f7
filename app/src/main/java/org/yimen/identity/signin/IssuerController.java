package org.yimen.identity.signin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.AsProgram;
import org.yimen.identity.OpenRoute;

/**
 * Signing in at the organisation's issuer in place of the password; the second factor stays this
 * program's own. The issuer sends the browser to a page of ours, which hands the answer on: so the
 * session's cookie needn't go out with requests that come from other sites.
 */
@AsProgram(
    "accounts, units and sessions belong to no household; requests have no right to their tables")
@RestController
@OpenRoute(OpenRoute.To.EVERYBODY)
class IssuerController {

  private final AskIssuer ask;
  private final SignIn signIn;
  private final DescribeSession describe;

  IssuerController(AskIssuer ask, SignIn signIn, DescribeSession describe) {
    this.ask = ask;
    this.signIn = signIn;
    this.describe = describe;
  }

  /** Where the browser goes to. */
  @Schema(name = "IssuerQuestion")
  record Question(String address) {}

  /** What the issuer sent the browser back with. */
  @Schema(name = "IssuerAnswer")
  record Answer(@NotNull @Size(max = 4000) String code, @NotNull @Size(max = 200) String state) {}

  @PostMapping("/api/v1/session/issuer-question")
  @Operation(
      summary = "Begins to sign in at the issuer of the organisation, where one is configured")
  Question question(HttpServletRequest request) {
    return new Question(ask.address(request.getSession()));
  }

  @PostMapping("/api/v1/session/issuer-answer")
  @Operation(summary = "Hands on the issuer's answer; says what is needed next to be signed in")
  DescribeSession.Step answer(
      @RequestBody @Valid Answer answer, HttpServletRequest request, HttpServletResponse response) {
    return describe.step(
        signIn.beginAtIssuer(
            ask.answered(request.getSession(false), answer.code(), answer.state()),
            request,
            response));
  }
}
