package org.yimen.casework.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.casework.form.Form;
import org.yimen.casework.form.FormAnswers;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;
import tools.jackson.databind.JsonNode;

/** Visits in the house: at least two people, the one form, signed (民发〔2021〕57号 第十六条). */
@RestController
class VisitController {

  private static final ProblemType OTHER_VISIT =
      new ProblemType("other-visit", HttpStatus.CONFLICT, "编号已用于另一次入户");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private final Visits visits;
  private final FormAnswers answers;
  private final TakeStep steps;
  private final CaseClocks clocks;
  private final Clock clock;

  VisitController(
      Visits visits, FormAnswers answers, TakeStep steps, CaseClocks clocks, Clock clock) {
    this.visits = visits;
    this.answers = answers;
    this.steps = steps;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * @param id made where the visit is written down; sent again it stays one visit
   * @param kind township, district, or telephone in a major emergency
   * @param household the form's answers
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
      @Nullable @Size(max = 2000) String note) {}

  /** Whether the visit was known already. */
  record VisitReceipt(UUID id, boolean knownBefore) {}

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
  @Operation(summary = "Keeps a visit; the same one sent again is kept once")
  VisitReceipt record(@PathVariable long id, @Valid @RequestBody NewVisit asked) {
    Visits.Visit before = visits.find(asked.id());
    if (before != null) {
      return again(id, asked, before);
    }
    Step step = asked.kind().equals("district") ? Step.DISTRICT_VISIT : Step.VISIT;
    Application application = steps.begin(id, step);
    refuseImpossible(asked);
    answers.check(asked.household());
    if (!visits.keep(visit(id, asked))) {
      throw OTHER_VISIT.because("这次入户正在保存，请稍后刷新查看，不用重复发送。");
    }
    steps.done(application, step, application.state(), String.join("、", asked.investigators()));
    clocks.stop(application, Limits.INVESTIGATION);
    return new VisitReceipt(asked.id(), false);
  }

  private VisitReceipt again(long id, NewVisit asked, Visits.Visit before) {
    if (before.application() != id || !before.answers().equals(asked.household())) {
      throw OTHER_VISIT.because("编号 %s 已用于另一次入户。请在手机上新建一次入户再发送。".formatted(asked.id()));
    }
    return new VisitReceipt(asked.id(), true);
  }

  private void refuseImpossible(NewVisit asked) {
    List<String> names = asked.investigators().stream().map(String::strip).distinct().toList();
    if (names.size() < 2) {
      throw ProblemType.INVALID_REQUEST.because("入户调查须由两名以上不同的调查人员进行，请填写两个姓名。");
    }
    if (asked.visitedAt().toInstant().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
      throw ProblemType.INVALID_REQUEST.because("入户时间晚于现在，请核对手机的时间。");
    }
    if (!answers.form().takes(asked.formVersion())) {
      throw ProblemType.INVALID_REQUEST.because("表格已经更新，请联网刷新后补填再发送；已填内容不会丢失。");
    }
  }

  private static Visits.Visit visit(long id, NewVisit asked) {
    return new Visits.Visit(
        asked.id(),
        id,
        asked.kind(),
        asked.visitedAt(),
        asked.place() == null ? "" : asked.place().strip(),
        asked.investigators().stream().map(String::strip).distinct().toList(),
        asked.signedBy().strip(),
        asked.formVersion(),
        asked.household(),
        asked.note() == null ? "" : asked.note().strip());
  }
}
