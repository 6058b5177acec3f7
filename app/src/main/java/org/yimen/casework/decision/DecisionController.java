package org.yimen.casework.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/** Reviewing and deciding; three different people investigate, review and decide. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class DecisionController {

  private final ReviewCase review;
  private final DecideCase decide;
  private final ConfirmCase confirm;
  private final Decisions decisions;
  private final TakeStep steps;
  private final CaseClocks clocks;

  DecisionController(
      ReviewCase review,
      DecideCase decide,
      ConfirmCase confirm,
      Decisions decisions,
      TakeStep steps,
      CaseClocks clocks) {
    this.review = review;
    this.decide = decide;
    this.confirm = confirm;
    this.decisions = decisions;
    this.steps = steps;
    this.clocks = clocks;
  }

  @Schema(name = "CaseOpinion")
  record Opinion(@Nullable @Size(max = 500) String note) {}

  @Schema(name = "CaseReason")
  record Reason(@NotBlank @Size(max = 500) String because) {}

  record ServedOn(@NotNull LocalDate servedOn) {}

  @PostMapping("/review")
  @Requires(Permission.CASE_REVIEW)
  @FreshFactor
  @Transactional
  @Operation(summary = "The township's review: sends the file to the district")
  void review(@PathVariable long id, @Valid @RequestBody Opinion asked) {
    Application application = steps.begin(id, Step.REVIEW);
    steps.refuseWhoDid(
        application, Step.REVIEW, Step.ANSWER_CHECK, Step.VISIT, Step.DISTRICT_VISIT, Step.PROPOSE);
    review.check(application);
    steps.done(
        application,
        Step.REVIEW,
        State.WITH_DISTRICT,
        asked.note() == null ? "" : asked.note().strip());
    review.sent(application);
  }

  @PostMapping("/return")
  @Requires(Permission.CASE_DECIDE)
  @Transactional
  @Operation(summary = "Sends a file back to be investigated further, with what is wanted")
  void sendBack(@PathVariable long id, @Valid @RequestBody Reason asked) {
    Application application = steps.begin(id, Step.SEND_BACK);
    steps.done(application, Step.SEND_BACK, State.ACCEPTED, asked.because().strip());
    clocks.stop(application, Limits.DECISION, Limits.TEKUN_DECISION);
  }

  @PostMapping("/confirmation")
  @Requires(Permission.CASE_DECIDE)
  @FreshFactor
  @Transactional
  @Operation(
      summary = "Confirms what the law gives; payment begins in the following month",
      description = "Needs a visit of the district first where the law asks for it")
  Decisions.Decided confirm(@PathVariable long id) {
    return confirm.confirm(id);
  }

  @PostMapping("/refusal")
  @Requires(Permission.CASE_DECIDE)
  @FreshFactor
  @Transactional
  @Operation(summary = "Refuses with the reasons that the law gives; written to the family in time")
  Decisions.Decided refuse(@PathVariable long id) {
    Application application = steps.begin(id, Step.REFUSE);
    confirm.refuseInvestigators(application, Step.REFUSE);
    return decide.refuse(application);
  }

  @PostMapping("/service")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(summary = "Notes when the decision reached the family")
  void served(@PathVariable long id, @Valid @RequestBody ServedOn asked) {
    Application application = steps.begin(id, Step.SERVE);
    if (asked.servedOn().isAfter(clocks.today())) {
      throw ProblemType.INVALID_REQUEST.because("送达日期不能晚于今天。");
    }
    decisions.served(id, asked.servedOn());
    steps.done(application, Step.SERVE, application.state(), "");
    clocks.stop(application, Limits.REFUSAL, Limits.TEKUN_REFUSAL);
  }
}
