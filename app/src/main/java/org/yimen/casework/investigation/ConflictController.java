package org.yimen.casework.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Applications;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.once.Once;
import tools.jackson.databind.JsonNode;

/** What two visits of a family say differently, and what a named person makes of it. */
@RestController
@RequestMapping("/api/v1/applications/{id}/conflicts")
class ConflictController {

  private final Applications applications;
  private final Conflicts conflicts;
  private final SettleConflict settle;
  private final Access access;

  ConflictController(
      Applications applications, Conflicts conflicts, SettleConflict settle, Access access) {
    this.applications = applications;
    this.conflicts = conflicts;
    this.settle = settle;
    this.access = access;
  }

  /**
   * @param take what the earlier visit said, what the later one said, or something else
   * @param value with other: the answer as the form takes it; of items of a list all of that kind
   */
  @Schema(name = "ConflictSettlement")
  record Settlement(
      @NotNull @Pattern(regexp = "ours|theirs|other") String take,
      @Nullable @Schema(type = "object", nullable = true) JsonNode value,
      @NotBlank @Size(min = 2, max = 500) String because) {}

  @GetMapping
  @Requires({
    Permission.CASE_ACCEPT,
    Permission.CASE_INVESTIGATE,
    Permission.CASE_CHECK,
    Permission.CASE_REVIEW,
    Permission.CASE_DECIDE
  })
  @Transactional
  @Operation(summary = "What visits of the family say differently, with both answers")
  List<Conflicts.Conflict> conflicts(@PathVariable long id) {
    applications.get(id);
    access.tellRead(Deed.CASE_READ, "application", id);
    return conflicts.of(id);
  }

  @PostMapping("/{conflict}/settlement")
  @Once
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(
      summary = "Settles one of them with a reason; the determination is made from what is taken",
      description = "By who accepted the case, or another clerk who accepts cases there")
  Conflicts.Conflict settle(
      @PathVariable long id, @PathVariable long conflict, @Valid @RequestBody Settlement asked) {
    return settle.of(id, conflict, asked);
  }
}
