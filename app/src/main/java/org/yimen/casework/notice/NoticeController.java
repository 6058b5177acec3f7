package org.yimen.casework.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** The village's notice of what is proposed, and what becomes of objections to it. */
@RestController
@RequestMapping("/api/v1/applications/{id}")
class NoticeController {

  private final PublishProposal publish;
  private final Objections objections;
  private final TakeStep steps;

  NoticeController(PublishProposal publish, Objections objections, TakeStep steps) {
    this.publish = publish;
    this.objections = objections;
    this.steps = steps;
  }

  /** The last day on which it hangs. */
  @Schema(name = "NoticePeriod")
  record Hung(LocalDate until) {}

  /** By whom may stay open. */
  record NewObjection(
      @Nullable @Size(max = 60) String by,
      @NotNull LocalDate raisedOn,
      @NotBlank @Size(max = 1000) String text) {}

  /** The villagers' assembly: who voted how. */
  record Assembly(@NotNull LocalDate heldOn, @Min(0) int forCount, @Min(0) int againstCount) {}

  /**
   * @param result upheld: the family is investigated again; dismissed: the procedure goes on
   */
  record Settlement(
      @NotNull @Pattern(regexp = "upheld|dismissed") String result,
      @NotBlank @Size(max = 1000) String answer) {}

  @PostMapping("/notice")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Hangs the proposal in the village for the days of the law")
  Hung publish(@PathVariable long id) {
    Application application = steps.begin(id, Step.PUBLISH);
    LocalDate until = publish.of(application);
    steps.done(application, Step.PUBLISH, State.ON_NOTICE, "至 " + until);
    return new Hung(until);
  }

  @PostMapping("/objections")
  @Requires(Permission.CASE_REGISTER)
  @Transactional
  @Operation(summary = "Takes an objection: it holds up this family's application and no other")
  void object(@PathVariable long id, @Valid @RequestBody NewObjection asked) {
    Application application = steps.begin(id, Step.OBJECT);
    String by = asked.by() == null ? "" : asked.by().strip();
    objections.raise(application, by, asked.raisedOn(), asked.text().strip());
    steps.done(application, Step.OBJECT, State.OBJECTED, "");
    objections.lengthenLimits(application);
  }

  @PostMapping("/objections/assembly")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(summary = "Notes the villagers' assembly on an objection")
  void assembly(@PathVariable long id, @Valid @RequestBody Assembly asked) {
    Application application = steps.begin(id, Step.ASSESS);
    objections.assembled(application, asked.heldOn(), asked.forCount(), asked.againstCount());
    steps.done(
        application,
        Step.ASSESS,
        State.OBJECTED,
        "同意 %d 人，不同意 %d 人".formatted(asked.forCount(), asked.againstCount()));
  }

  @PostMapping("/objections/settlement")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Answers an objection: investigated again, or going on as proposed")
  void settle(@PathVariable long id, @Valid @RequestBody Settlement asked) {
    Application application = steps.begin(id, Step.SETTLE);
    boolean upheld = asked.result().equals("upheld");
    State to = objections.settle(application, upheld, asked.answer().strip());
    steps.done(application, Step.SETTLE, to, upheld ? "异议成立，重新调查" : "异议不成立");
  }
}
