package org.yimen.casework.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.FormAnswers;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.once.Once;
import tools.jackson.databind.JsonNode;

/** Visits in the house: at least two people, the one form, signed (民发〔2021〕57号 第十六条). */
@RestController
class VisitController {

  private final RecordVisit record;
  private final Conflicts conflicts;
  private final FormAnswers answers;

  VisitController(RecordVisit record, Conflicts conflicts, FormAnswers answers) {
    this.record = record;
    this.conflicts = conflicts;
    this.answers = answers;
  }

  /** Where the phone was, in degrees of WGS 84. */
  @Schema(name = "VisitLocation")
  record Location(
      @DecimalMin("-90") @DecimalMax("90") double latitude,
      @DecimalMin("-180") @DecimalMax("180") double longitude,
      @PositiveOrZero double accuracyMetres,
      @NotNull OffsetDateTime at) {}

  /** A signature drawn on the phone; role is family or investigator. */
  @Schema(name = "VisitSignature")
  record Signature(
      @NotNull @Pattern(regexp = "family|investigator") String role,
      @NotBlank @Size(max = 60) String name,
      @NotNull UUID attachment) {}

  @Schema(name = "VisitPhoto")
  record Photo(
      @NotNull UUID attachment,
      @Nullable @Size(max = 200) String caption,
      @Nullable OffsetDateTime takenAt) {}

  /** What a phone sends along. */
  record Particulars(@Nullable Location location, List<Signature> signatures, List<Photo> photos) {}

  /**
   * @param id made where the visit is written down; sent again it stays one visit
   * @param kind township, district, or telephone in a major emergency, with the reason as note
   * @param household the form's answers
   * @param download what the answers began with: those changed since are merged. Without it the
   *     visit stands as a whole
   * @param signatures with attachments that were sent before
   * @param photos with attachments that were sent before
   */
  record NewVisit(
      @NotNull UUID id,
      @NotNull @Pattern(regexp = "township|district|telephone") String kind,
      @NotNull OffsetDateTime visitedAt,
      @Nullable @Size(max = 200) String place,
      @NotNull @Size(min = 2, max = 6) List<@NotBlank @Size(max = 60) String> investigators,
      @NotBlank @Size(max = 60) String signedBy,
      int formVersion,
      @NotNull @Schema(type = "object") JsonNode household,
      @Nullable @Size(max = 2000) String note,
      @Nullable UUID download,
      @Nullable @Valid Location location,
      @Nullable @Size(max = 12) List<@Valid @NotNull Signature> signatures,
      @Nullable @Size(max = 40) List<@Valid @NotNull Photo> photos) {

    List<Signature> signed() {
      return signatures == null ? List.of() : signatures;
    }

    List<Photo> pictures() {
      return photos == null ? List.of() : photos;
    }
  }

  /**
   * What became of the visit.
   *
   * @param knownBefore whether it was known already
   * @param merged whether something else had come in since it began
   * @param late it came after the investigation: kept, and it decides nothing
   * @param message what the visitor should know, in Chinese
   */
  record VisitReceipt(
      UUID id,
      boolean knownBefore,
      boolean merged,
      boolean late,
      @Nullable String message,
      List<Conflicts.Conflict> conflicts) {}

  @GetMapping("/api/v1/forms/visit")
  @Requires({Permission.CASE_READ, Permission.CASE_INVESTIGATE})
  @Operation(summary = "The one form: sections, questions, what is asked when")
  Form form() {
    return answers.form();
  }

  @PostMapping("/api/v1/applications/{id}/visits")
  @Once
  @Requires({Permission.CASE_INVESTIGATE, Permission.CASE_CHECK})
  @Transactional
  @Operation(
      summary = "Keeps a visit; the same one sent again is kept once",
      description =
          "Merged with what came in since its download; never lost because the case has gone on")
  VisitReceipt record(@PathVariable long id, @Valid @RequestBody NewVisit asked) {
    RecordVisit.Kept kept = record.of(id, asked);
    MergeVisit.Result merged = kept.merged();
    if (merged != null) {
      conflicts.raise(kept.visit(), merged.earlier(), merged.differences());
    }
    List<Conflicts.Conflict> differ = conflicts.by(kept.visit().id());
    Visits.Outcome outcome = kept.visit().outcome();
    return new VisitReceipt(
        asked.id(),
        kept.knownBefore(),
        outcome.merged(),
        outcome.late(),
        said(outcome, differ),
        differ);
  }

  private static @Nullable String said(Visits.Outcome outcome, List<Conflicts.Conflict> differ) {
    if (outcome.late()) {
      return "这户的调查核实已经结束。这次入户已作为迟到的记录保存，不改变初审依据；如需采用，请告诉乡镇（街道）经办人退回补充调查后重新登记。";
    }
    List<Conflicts.Conflict> open = differ.stream().filter(Conflicts.Conflict::isOpen).toList();
    return open.isEmpty()
        ? null
        : "有 %d 项与此前的入户或者已掌握的资料不一致，两边都已保存，由%s在申请页面裁定。"
            .formatted(open.size(), open.get(0).toSettle());
  }
}
