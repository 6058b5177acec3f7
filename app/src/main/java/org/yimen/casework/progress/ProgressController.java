package org.yimen.casework.progress;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.FamilyCode;
import org.yimen.casework.ProgressCodes;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.OpenRoute;
import org.yimen.platform.ProblemType;

/**
 * A family looks at its application with its code. A wrong, unknown, replaced or old code, and a
 * right one whose address has to wait, cost the same and get the same answer: docs/adr/0008.
 */
@AsProgram("nobody is signed in; the code opens one application, and nothing without it")
@RestController
class ProgressController {

  private static final ProblemType REFUSED =
      new ProblemType("progress-refused", HttpStatus.FORBIDDEN, "没有查到");

  /** Whom the audit names: nobody knows who typed it. */
  private static final String FAMILY = "family:code";

  private final ProgressCodes codes;
  private final GuessBrake brake;
  private final CountTries tries;
  private final ReadProgress progress;
  private final Access access;

  ProgressController(
      ProgressCodes codes,
      GuessBrake brake,
      CountTries tries,
      ReadProgress progress,
      Access access) {
    this.codes = codes;
    this.brake = brake;
    this.tries = tries;
    this.progress = progress;
    this.access = access;
  }

  /** As they stand on the slip; small letters, spaces and hyphens don't matter. */
  @Schema(name = "TypedCode")
  record Typed(@NotNull String code, @NotNull String secret) {}

  @PostMapping("/api/v1/public/progress")
  @OpenRoute(OpenRoute.To.EVERYBODY)
  @Transactional
  @Operation(
      summary = "What a family sees of its application, with the code and the secret of its slip",
      description = "progress-refused for whatever reason there is nothing to see")
  FamilyProgress look(@Valid @RequestBody Typed typed, HttpServletRequest request) {
    FamilyCode code = FamilyCode.typed(typed.code(), typed.secret());
    String remote = Objects.requireNonNullElse(request.getRemoteAddr(), "");
    GuessBrake.Try one = brake.begin(remote, code.mark());
    Optional<Long> found = codes.opens(code);
    if (!one.may() || found.isEmpty()) {
      tries.refused(one.address());
      throw REFUSED.because("查询码或查询密码不正确、已经换发或过期，或者试得太频繁。请对照查询凭条核对，过一会儿再试；仍然查不到的，请到受理的乡镇（街道）换发。");
    }
    brake.right(one);
    tries.shown();
    access.tellOf(FAMILY, Deed.PROGRESS_READ, "application:" + found.get());
    return progress.of(found.get());
  }
}
