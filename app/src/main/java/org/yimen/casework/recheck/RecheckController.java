package org.yimen.casework.recheck;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Application;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;
import org.yimen.policy.facts.Coded;

/** Opening a re-check, and the township's part of it; the investigation is that of any case. */
@RestController
class RecheckController {

  private final BeginRecheck begin;
  private final Rechecks rechecks;
  private final ProposeChange propose;
  private final TownshipOpinion township;
  private final TakeStep steps;

  RecheckController(
      BeginRecheck begin,
      Rechecks rechecks,
      ProposeChange propose,
      TownshipOpinion township,
      TakeStep steps) {
    this.begin = begin;
    this.rechecks = rechecks;
    this.propose = propose;
    this.township = township;
    this.steps = steps;
  }

  /**
   * @param because what was told or seen
   * @param person whom it is about, by the key on the family's card
   * @param happenedOn the day of the death, or of the first day at work
   * @param refusals days on which suitable work was refused without good reason
   */
  record NewRecheck(
      @NotNull
          @Pattern(
              regexp =
                  "due|reported|members|found|death|employed|jobRefusal|tekunLost|selfCare|voluntary")
          String cause,
      @NotBlank @Size(max = 500) String because,
      @Nullable @Size(max = 60) String person,
      @Nullable LocalDate happenedOn,
      @Nullable @Size(max = 12) List<@NotNull LocalDate> refusals) {}

  /** The case in which it is dealt with. */
  record OpenedRecheck(long id) {}

  /**
   * @param graceMonths from the first day at work on; null: none
   * @param unchangedBecause why a small difference is not material; null: it is
   * @param lastPaidMonth any day of the last month that was paid before a death became known; null:
   *     this month
   */
  record ChangeAsked(
      @Nullable @Min(1) @Max(12) Integer graceMonths,
      @Nullable @Size(min = 2, max = 500) String unchangedBecause,
      @Nullable LocalDate lastPaidMonth) {}

  /** What is proposed. */
  record ProposedChange(
      String outcome,
      String outcomeTitle,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate graceUntil,
      boolean noticeNeeded,
      String reason) {}

  @Schema(name = "RecheckCancelled")
  record Cancelled(@NotBlank @Size(max = 500) String because) {}

  /** The last day on which it hangs. */
  @Schema(name = "EndingNoticePeriod")
  record Hung(LocalDate until) {}

  @PostMapping("/api/v1/standings/{id}/rechecks")
  @Once
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CASE_REGISTER)
  @Transactional
  @Operation(
      summary = "Begins the re-check of a recognised family, with its cause",
      description = "It is dealt with as a case: check, visit, proposal, review, decision, service")
  OpenedRecheck open(@PathVariable long id, @Valid @RequestBody NewRecheck asked) {
    return new OpenedRecheck(
        begin.of(
            id,
            new OpenRechecks.Why(
                Coded.of(Cause.class, asked.cause()),
                asked.because().strip(),
                asked.person() == null ? "" : asked.person(),
                asked.happenedOn(),
                asked.refusals() == null ? List.of() : asked.refusals())));
  }

  @PostMapping("/api/v1/rechecks/{id}/cancellation")
  @Requires(Permission.CASE_REVIEW)
  @Transactional
  @Operation(summary = "Takes back a re-check that was begun by mistake; never a due one")
  void cancel(@PathVariable long id, @Valid @RequestBody Cancelled asked) {
    Application application = steps.begin(id, Step.CANCEL_RECHECK);
    if (rechecks.get(id).cause() == Cause.DUE) {
      throw ProblemType.INVALID_REQUEST.because(
          "到期的定期复核不能撤销。遇有紧急情况需要推迟的，请在家庭页面登记推迟和理由（民发〔2021〕57号第三十一条）。");
    }
    steps.done(application, Step.CANCEL_RECHECK, State.WITHDRAWN, asked.because().strip());
    township.stopLimits(application);
  }

  @PostMapping("/api/v1/rechecks/{id}/proposal")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(
      summary =
          "Compares what the law gives now with what the family gets, and proposes the result",
      description = "Refused with everything that the investigation still lacks")
  ProposedChange propose(@PathVariable long id, @Valid @RequestBody ChangeAsked asked) {
    Application application = steps.begin(id, Step.PROPOSE_CHANGE);
    Recheck recheck = rechecks.get(id);
    township.refuseWrongMonth(recheck, asked.lastPaidMonth());
    Recheck.Found found =
        propose.of(
            application,
            recheck,
            new ProposeChange.Asked(asked.graceMonths(), asked.unchangedBecause()));
    rechecks.found(id, found);
    if (asked.lastPaidMonth() != null) {
      rechecks.lastPaid(id, asked.lastPaidMonth().withDayOfMonth(1));
    }
    township.proposed(application, found);
    steps.done(application, Step.PROPOSE_CHANGE, State.PROPOSED, found.outcome().title());
    return shown(found);
  }

  private static ProposedChange shown(Recheck.Found found) {
    return new ProposedChange(
        found.outcome().code(),
        found.outcome().title(),
        found.category(),
        found.persons(),
        found.monthlyFen(),
        found.graceUntil(),
        found.needsNotice(),
        found.reason());
  }

  @PostMapping("/api/v1/rechecks/{id}/notice")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Hangs in the village that a tekun person's support is going to end")
  Hung publish(@PathVariable long id) {
    Application application = steps.begin(id, Step.PUBLISH_ENDING);
    LocalDate until = township.of(application, rechecks.get(id));
    steps.done(application, Step.PUBLISH_ENDING, State.ON_NOTICE, "至 " + until);
    return new Hung(until);
  }
}
