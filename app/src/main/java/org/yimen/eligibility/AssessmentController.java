package org.yimen.eligibility;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/** Determines cases that somebody sends; the register is neither read nor written. */
@RestController
class AssessmentController {

  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_PROBLEMS = 20;

  private final LawInForce inForce;

  AssessmentController(LawInForce inForce) {
    this.inForce = inForce;
  }

  @PostMapping(path = "/api/v1/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Permission.ASSESS)
  @Operation(
      summary = "Determines cases as `yimen assess` does: one JSON object a case and line",
      description = "The body is a case file as JSON, at most 4 MB; see docs/spec/assessments.md",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      schema = @Schema(type = "object"))),
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                      schema = @Schema(type = "string"))))
  ResponseEntity<String> assess(@Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw ProblemType.TOO_LARGE.because("一次最多提交 4 MB 的案例，请分几次提交。");
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_NDJSON).body(lines(body));
  }

  private String lines(byte[] body) {
    try {
      return Assessment.all(inForce.law(), "案例", body).stream()
          .map(assessment -> assessment.json() + "\n")
          .collect(Collectors.joining());
    } catch (BadFile e) {
      throw ProblemType.INVALID_REQUEST.because(
          e.problems().stream()
              .limit(MOST_PROBLEMS)
              .map(Problem::withPlace)
              .collect(Collectors.joining("\n")));
    }
  }
}
