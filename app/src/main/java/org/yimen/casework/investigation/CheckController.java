package org.yimen.casework.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Application;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/**
 * The check of a family's economic situation by the county's information system, which only the
 * family's own authorisation opens (民发〔2021〕57号 第九条、第十七条、第十八条).
 */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class CheckController {

  private final EconomicChecks checks;
  private final TakeStep steps;
  private final CaseClocks clocks;

  CheckController(EconomicChecks checks, TakeStep steps, CaseClocks clocks) {
    this.checks = checks;
    this.steps = steps;
    this.clocks = clocks;
  }

  /** Kind is member or obligor. */
  record Authorisation(
      @NotBlank @Size(max = 60) String name,
      @NotNull @Pattern(regexp = "member|obligor") String kind,
      @NotNull LocalDate signedOn) {}

  /** Who was registered by mistake. */
  @Schema(name = "MistakenAuthorisation")
  record Mistaken(
      @NotBlank @Size(max = 60) String name,
      @NotNull @Pattern(regexp = "member|obligor") String kind) {}

  record Authorisations(@NotNull @Size(min = 1, max = 60) List<@Valid Authorisation> signed) {}

  /** Whether everything found is within the rules, and what was found. */
  record CheckReport(boolean passes, @Nullable @Size(max = 4000) String findings) {}

  /** Whether the family says that the findings are wrong; then they are looked up again. */
  record CheckTold(boolean contested, @Nullable @Size(max = 500) String note) {}

  @PostMapping("/authorisations")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(
      summary = "Notes who of the family and of those who owe support has authorised the check")
  void authorise(@PathVariable long id, @Valid @RequestBody Authorisations asked) {
    Application application = steps.begin(id, Step.AUTHORISE);
    for (Authorisation one : asked.signed()) {
      refuseOtherDay(application, one);
      checks.authorised(id, one.name().strip(), one.kind(), one.signedOn());
    }
    steps.done(
        application, Step.AUTHORISE, State.ACCEPTED, "%d 人".formatted(asked.signed().size()));
    clocks.stop(application, Limits.INVESTIGATION);
  }

  /** Signed for this application: not tomorrow, and not in years before anybody thought of it. */
  private void refuseOtherDay(Application application, Authorisation one) {
    if (one.signedOn().isAfter(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because("授权日期不能晚于今天，请改正“%s”的日期。".formatted(one.name()));
    }
    LocalDate first = application.registeredAt().toLocalDate().minusYears(1);
    if (one.signedOn().isBefore(first)) {
      throw ProblemType.INVALID_REQUEST.because(
          "“%s”的授权日期（%s）比登记申请早了一年以上，请对照授权书改正；确是那时签的，请重新签署。".formatted(one.name(), one.signedOn()));
    }
  }

  @PostMapping("/authorisations/mistake")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(
      summary = "Takes back who was registered by mistake, while no check has started",
      description = "Who did so and when stands in the case's history and in the audit")
  void takeBack(@PathVariable long id, @Valid @RequestBody Mistaken asked) {
    Application application = steps.begin(id, Step.AUTHORISE);
    if (checks.isStarted(id)) {
      throw ProblemType.INVALID_REQUEST.because("信息核对已经启动，登记的授权不能再撤回。登记有误的，请告诉区级核对经办人。");
    }
    String name = asked.name().strip();
    if (!checks.notAuthorised(id, name, asked.kind())) {
      throw ProblemType.INVALID_REQUEST.because("没有登记过“%s”的授权，不用撤回。请刷新后查看。".formatted(name));
    }
    steps.done(application, Step.AUTHORISE, State.ACCEPTED, "撤回误登记的授权：" + name);
  }

  @PostMapping("/check")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Asks the district for the information check")
  void ask(@PathVariable long id) {
    Application application = steps.begin(id, Step.ASK_CHECK);
    if (!checks.isAuthorised(id)) {
      throw ProblemType.INVALID_REQUEST.because("还没有登记任何家庭成员的核查授权。没有授权不能核对，请先登记授权书。");
    }
    checks.ask(id);
    steps.done(application, Step.ASK_CHECK, State.ACCEPTED, "");
    clocks.stop(application, Limits.INVESTIGATION);
    clocks.start(application, Limits.CHECK);
  }

  @PostMapping("/check/start")
  @Requires(Permission.CASE_CHECK)
  @Transactional
  @Operation(summary = "Notes that the district has started the information check")
  void start(@PathVariable long id) {
    Application application = steps.begin(id, Step.START_CHECK);
    refuseTakenBack(id);
    checks.started(id);
    steps.done(application, Step.START_CHECK, State.ACCEPTED, "");
    clocks.stop(application, Limits.CHECK);
  }

  private void refuseTakenBack(long id) {
    if (!checks.isAuthorised(id)) {
      throw ProblemType.INVALID_REQUEST.because("登记的授权已经撤回，没有授权不能核对。请乡镇（街道）或村（社区）重新登记授权书。");
    }
  }

  @PostMapping("/check/report")
  @Requires(Permission.CASE_CHECK)
  @Transactional
  @Operation(summary = "Answers what the information check has found")
  void report(@PathVariable long id, @Valid @RequestBody CheckReport asked) {
    Application application = steps.begin(id, Step.ANSWER_CHECK);
    refuseTakenBack(id);
    String findings = asked.findings() == null ? "" : asked.findings().strip();
    if (!asked.passes() && findings.isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("核对结果不符合规定时，请写明查到了什么，以便告知家庭。");
    }
    checks.answered(id, asked.passes(), findings);
    steps.done(
        application, Step.ANSWER_CHECK, State.ACCEPTED, asked.passes() ? "符合规定" : "有不符合规定的信息");
    clocks.stop(application, Limits.CHECK);
  }

  @PostMapping("/check/told")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(summary = "Notes that the family was told what the check has found, and what it said")
  void told(@PathVariable long id, @Valid @RequestBody CheckTold asked) {
    Application application = steps.begin(id, Step.TELL_CHECK);
    checks.told(id, asked.contested());
    String note = asked.note() == null ? "" : asked.note().strip();
    steps.done(
        application,
        Step.TELL_CHECK,
        State.ACCEPTED,
        (asked.contested() ? "家庭有异议，重新核对。" : "") + note);
    if (asked.contested()) {
      checks.ask(id);
      clocks.start(application, Limits.CHECK);
    }
  }
}
