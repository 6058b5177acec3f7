package org.yimen.casework.investigation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Application;
import org.yimen.casework.Applications;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;

/** The township's opinion on a family: what the law gives of what was found. */
@RestController
class ProposalController {

  private static final ProblemType UNLIKE_REPORT =
      new ProblemType("unlike-report", HttpStatus.CONFLICT, "与核对报告不一致");

  private final ProposeCase propose;
  private final EconomicChecks checks;
  private final Applications applications;
  private final TakeStep steps;
  private final CaseClocks clocks;

  ProposalController(
      ProposeCase propose,
      EconomicChecks checks,
      Applications applications,
      TakeStep steps,
      CaseClocks clocks) {
    this.propose = propose;
    this.checks = checks;
    this.applications = applications;
    this.steps = steps;
    this.clocks = clocks;
  }

  /**
   * What is said to it.
   *
   * @param because why a family is proposed though the information check says it doesn't qualify
   */
  @Schema(name = "NewCaseProposal")
  record NewProposal(@Nullable @Size(max = 500) String because) {}

  /** The category found, the members who count, and fen a month. */
  @Schema(name = "CaseProposal")
  record Proposal(long determination, String category, int persons, long monthlyFen) {}

  @PostMapping("/api/v1/applications/{id}/proposal")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(
      summary = "Determines all categories from what was found and proposes the result",
      description = "Refused with everything that the investigation still lacks")
  Proposal propose(@PathVariable long id, @RequestBody @Valid NewProposal asked) {
    Application application = steps.begin(id, Step.PROPOSE);
    Determinations.Made made = propose.of(application);
    Category category = made.found();
    if (category == Category.UNKNOWN) {
      throw ProblemType.INVALID_REQUEST.because("按已填内容还不能判断属于哪一类，请补充入户调查：缺少的内容见认定依据。");
    }
    String because = asked.because() == null ? "" : asked.because().strip();
    boolean against = category != Category.NONE && isAgainst(checks.last(id));
    if (against && because.isEmpty()) {
      throw UNLIKE_REPORT.because(
          "核对报告认为不符合规定，按入户填写的情况却属于“%s”。请核对收入和财产有没有漏填，漏填的再入户一次更正；确实没有漏填的，写明理由再提出。"
              .formatted(category.title()));
    }
    applications.proposed(id, category);
    steps.done(
        application,
        Step.PROPOSE,
        State.PROPOSED,
        against ? "%s（核对报告不符合，仍提出的理由：%s）".formatted(category.title(), because) : category.title());
    clocks.replace(
        application, Limits.whole(application.family().appliedFor()), Limits.whole(category));
    return new Proposal(made.id(), made.category(), made.persons(), made.monthlyFen());
  }

  private static boolean isAgainst(EconomicChecks.@Nullable Check check) {
    return check != null && Boolean.FALSE.equals(check.passes());
  }
}
