package org.yimen.casework.progress;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.FamilyCode;
import org.yimen.casework.ProgressCodes;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** The code by which a family looks at its application, issued anew at the counter. */
@RestController
@RequestMapping("/api/v1/applications/{id}/progress-code")
class ProgressCodeController {

  private final ProgressCodes codes;

  ProgressCodeController(ProgressCodes codes) {
    this.codes = codes;
  }

  /** The code that works now: when it was issued and by which unit; null and empty for none. */
  record ProgressCode(@Nullable OffsetDateTime issuedAt, String unit) {}

  /**
   * @param because first: there was none; lost: the family has it no longer; seen: others may have
   *     seen it
   */
  record NewProgressCode(@NotNull @Pattern(regexp = "first|lost|seen") String because) {}

  @GetMapping
  @Requires(Permission.CASE_READ)
  @Operation(summary = "When the family's code was issued; the code itself nobody can read again")
  ProgressCode living(@PathVariable long id) {
    return codes
        .living(id)
        .map(one -> new ProgressCode(one.issuedAt(), one.unit()))
        .orElseGet(() -> new ProgressCode(null, ""));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CASE_REGISTER)
  @Transactional
  @Operation(summary = "Issues a code for the family, told once; the one before no longer works")
  FamilyCode issue(@PathVariable long id, @Valid @RequestBody NewProgressCode asked) {
    return codes.issue(
        id,
        switch (asked.because()) {
          case "lost" -> "换发：遗失";
          case "seen" -> "换发：可能被他人看到";
          default -> "出具";
        });
  }
}
