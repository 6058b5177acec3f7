package org.yimen.casework.recheck;

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
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** Reviewing, deciding and serving re-checks; who visited or proposed does neither. */
@RestController
@RequestMapping("/api/v1/rechecks/{id}")
class RecheckDecisionController {

  private final Rechecks rechecks;
  private final TownshipOpinion township;
  private final DecideChange decide;
  private final ReverseChange reverse;
  private final TakeStep steps;

  RecheckDecisionController(
      Rechecks rechecks,
      TownshipOpinion township,
      DecideChange decide,
      ReverseChange reverse,
      TakeStep steps) {
    this.rechecks = rechecks;
    this.township = township;
    this.decide = decide;
    this.reverse = reverse;
    this.steps = steps;
  }

  @Schema(name = "RecheckOpinion")
  record Opinion(@Nullable @Size(max = 500) String note) {}

  @Schema(name = "RecheckServed")
  record Served(@NotNull LocalDate servedOn) {}

  @Schema(name = "ReverseAsked")
  record Reversal(@NotBlank @Size(max = 500) String because) {}

  @PostMapping("/review")
  @Requires(Permission.CASE_REVIEW)
  @FreshFactor
  @Transactional
  @Operation(summary = "The township's review of what a re-check proposes")
  void review(@PathVariable long id, @Valid @RequestBody Opinion asked) {
    Application application = steps.begin(id, Step.REVIEW_CHANGE);
    steps.refuseWhoDid(
        application,
        Step.REVIEW_CHANGE,
        Step.ANSWER_CHECK,
        Step.VISIT,
        Step.DISTRICT_VISIT,
        Step.PROPOSE_CHANGE);
    township.check(application, rechecks.get(id).foundOrRefuse());
    steps.done(
        application,
        Step.REVIEW_CHANGE,
        State.WITH_DISTRICT,
        asked.note() == null ? "" : asked.note().strip());
    township.sent(application);
  }

  @PostMapping("/decision")
  @Requires(Permission.CASE_DECIDE)
  @FreshFactor
  @Transactional
  @Operation(
      summary = "Decides a re-check as the law gives it",
      description =
          "What raises or keeps holds from the next month; what reduces, stops or moves waits"
              + " until it was served in writing")
  RecheckDecisions.Decided decide(@PathVariable long id) {
    Application application = steps.begin(id, Step.DECIDE_CHANGE);
    return decide.of(application, rechecks.get(id));
  }

  @PostMapping("/service")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(
      summary = "Notes when the written notice reached the family; it holds from the next month")
  void serve(@PathVariable long id, @Valid @RequestBody Served asked) {
    Application application = steps.begin(id, Step.SERVE_CHANGE);
    decide.served(application, rechecks.get(id), asked.servedOn());
  }

  @PostMapping("/reversal")
  @Requires(Permission.CASE_DECIDE)
  @FreshFactor
  @Transactional
  @Operation(summary = "Takes back a reduction or stop and says what is owed since")
  ReverseChange.Arrears reverse(@PathVariable long id, @Valid @RequestBody Reversal asked) {
    Application application = steps.begin(id, Step.REVERSE_CHANGE);
    decide.refuseInvestigators(application, Step.REVERSE_CHANGE);
    String because = asked.because().strip();
    ReverseChange.Arrears arrears = reverse.of(application, rechecks.get(id), because);
    steps.done(application, Step.REVERSE_CHANGE, State.DONE, because);
    return arrears;
  }
}
