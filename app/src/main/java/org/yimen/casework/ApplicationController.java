package org.yimen.casework;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.AsProgram;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/**
 * Applying and being accepted. There is no operation that turns a family away: what lacks papers is
 * told once what is missing, what belongs elsewhere is handed on (民发〔2021〕57号 第十条).
 */
@RestController
@RequestMapping("/api/v1/applications")
class ApplicationController {

  private final ReceiveApplication receive;
  private final Applications applications;
  private final TakeStep steps;
  private final CaseClocks clocks;
  private final ProgressCodes codes;

  ApplicationController(
      ReceiveApplication receive,
      Applications applications,
      TakeStep steps,
      CaseClocks clocks,
      ProgressCodes codes) {
    this.receive = receive;
    this.applications = applications;
    this.steps = steps;
    this.clocks = clocks;
    this.codes = codes;
  }

  /**
   * @param household of the register, null for a family that it doesn't know
   * @param area the village's code; that of the household where null
   * @param appliedFor dibao, tekun, dibaoMargin, rigidExpense or otherDifficulty; dibao where null
   * @param relativeOf whose near relative the applicant is: a name with the office held
   */
  record NewApplication(
      @Nullable Long household,
      @Nullable @Pattern(regexp = "[0-9]{9,12}") String area,
      @NotBlank @Size(max = 60) String applicant,
      @Nullable @Pattern(regexp = "[0-9+\\- ]{0,20}") String phone,
      @NotNull @Pattern(regexp = "applicant|delegate|village|warning") String handedIn,
      @Nullable @Size(max = 60) String delegate,
      @Nullable @Pattern(regexp = "tekun|dibao|dibaoMargin|rigidExpense|otherDifficulty")
          String appliedFor,
      @Nullable @Size(max = 500) String request,
      @Nullable @Size(max = 100) String relativeOf,
      boolean consent) {}

  /** What the family takes home; progress is told this once. */
  record Receipt(long id, String number, OffsetDateTime registeredAt, FamilyCode progress) {}

  record Transfer(
      @NotNull @Pattern(regexp = "[0-9]{9,12}") String area,
      @NotBlank @Size(max = 200) String because) {}

  /** Everything that is missing, told at once. */
  record MissingPapers(
      @NotNull @Size(min = 1, max = 20) List<@NotBlank @Size(max = 100) String> papers) {}

  record Because(@NotBlank @Size(max = 500) String because) {}

  record Circumstance(
      @NotNull @Pattern(regexp = "hukouSplit|otherPlace|hardInvestigation") String circumstance,
      @NotBlank @Size(max = 200) String because) {}

  @PostMapping
  @Once
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.CASE_REGISTER)
  @Transactional
  @Operation(
      summary = "Registers an application; every one is taken and gets a receipt",
      description = "Nothing is examined here: what is missing is asked for later, once")
  Receipt register(@Valid @RequestBody NewApplication asked) {
    Application application = receive.of(asked.household(), asked.area(), family(asked));
    clocks.start(application, Limits.ACCEPTANCE);
    return new Receipt(
        application.id(),
        application.number(),
        application.registeredAt(),
        codes.issue(application.id(), "随回执出具"));
  }

  private static Application.Family family(NewApplication asked) {
    Category appliedFor =
        asked.appliedFor() == null ? Category.DIBAO : Coded.of(Category.class, asked.appliedFor());
    return new Application.Family(
        asked.applicant().strip(),
        text(asked.phone()),
        asked.handedIn(),
        text(asked.delegate()),
        appliedFor,
        text(asked.request()),
        text(asked.relativeOf()),
        asked.consent());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  @AsProgram("hands an application of the own area on to one beyond it")
  @PostMapping("/{id}/transfer")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Hands an application on to the township that may accept it")
  void transfer(@PathVariable long id, @Valid @RequestBody Transfer asked) {
    Application application = steps.begin(id, Step.TRANSFER);
    receive.refuseUnknownArea(asked.area());
    steps.done(application, Step.TRANSFER, State.RECEIVED, asked.because().strip());
    clocks.stop(application, Limits.ACCEPTANCE);
    clocks.start(application, Limits.ACCEPTANCE);
    applications.transferred(id, asked.area());
  }

  @PostMapping("/{id}/missing-papers")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Tells the family once everything that is missing")
  void missing(@PathVariable long id, @Valid @RequestBody MissingPapers asked) {
    Application application = steps.begin(id, Step.ASK_PAPERS);
    if (receive.wereAskedFor(id)) {
      throw TakeStep.NOT_NOW.because("补正材料只能一次性告知，本户已经告知过。请受理，缺少的材料在调查中核实。");
    }
    steps.done(
        application, Step.ASK_PAPERS, State.AWAITING_PAPERS, String.join("；", asked.papers()));
    clocks.stop(application, Limits.ACCEPTANCE);
  }

  @PostMapping("/{id}/papers")
  @Requires(Permission.CASE_REGISTER)
  @Transactional
  @Operation(summary = "Notes that the family has brought what was missing")
  void papers(@PathVariable long id) {
    Application application = steps.begin(id, Step.PAPERS_IN);
    steps.done(application, Step.PAPERS_IN, State.RECEIVED, "");
    clocks.start(application, Limits.ACCEPTANCE);
  }

  @PostMapping("/{id}/acceptance")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Accepts an application: from here on the limits of the law run")
  void accept(@PathVariable long id) {
    Application application = steps.begin(id, Step.ACCEPT);
    LocalDate today = clocks.today();
    applications.accepted(id, today);
    steps.done(application, Step.ACCEPT, State.ACCEPTED, "");
    clocks.stop(application, Limits.ACCEPTANCE);
    clocks.start(application, Limits.whole(application.family().appliedFor()));
    clocks.start(application, Limits.INVESTIGATION);
  }

  @PostMapping("/{id}/circumstances")
  @Requires(Permission.CASE_ACCEPT)
  @Transactional
  @Operation(summary = "Lengthens the limits of a special case, with the reason")
  void lengthen(@PathVariable long id, @Valid @RequestBody Circumstance asked) {
    Application application = steps.begin(id, Step.LENGTHEN);
    applications.circumstance(id, asked.circumstance());
    steps.done(application, Step.LENGTHEN, application.state(), asked.because().strip());
    clocks.reckonAgain(applications.get(id));
  }

  @PostMapping("/{id}/withdrawal")
  @Requires(Permission.CASE_REGISTER)
  @Transactional
  @Operation(summary = "Notes that the family has taken its application back, of its own will")
  void withdraw(@PathVariable long id, @Valid @RequestBody Because asked) {
    Application application = steps.begin(id, Step.WITHDRAW);
    steps.done(application, Step.WITHDRAW, State.WITHDRAWN, asked.because().strip());
    clocks.stopAll(application);
  }

  @PostMapping("/{id}/ending")
  @Requires(Permission.CASE_REVIEW)
  @FreshFactor
  @Transactional
  @Operation(summary = "Ends the procedure of a family that doesn't cooperate, with the reason")
  void end(@PathVariable long id, @Valid @RequestBody Because asked) {
    Application application = steps.begin(id, Step.END);
    steps.refuseWhoDid(application, Step.END, Step.ACCEPT, Step.VISIT);
    if (!receive.wasToldOf(id)) {
      throw ProblemType.INVALID_REQUEST.because("终止之前须至少入户一次或书面告知家庭配合调查。请先登记入户调查或延长时限的情况。");
    }
    steps.done(application, Step.END, State.ENDED, asked.because().strip());
    clocks.stopAll(application);
  }
}
