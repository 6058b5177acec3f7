package org.yimen.casework.field;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.form.FormAnswers;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/**
 * Families taken along on a phone, and the same answers for who writes a visit down at the desk.
 */
@RestController
class DownloadController {

  private static final String AT_THE_DESK = "窗口登记入户";

  private final TakeAlong take;
  private final FormAnswers form;
  private final CaseClocks clocks;
  private final Access access;

  DownloadController(TakeAlong take, FormAnswers form, CaseClocks clocks, Access access) {
    this.take = take;
    this.form = form;
    this.clocks = clocks;
    this.access = access;
  }

  /** Which families, and why. */
  record NewDownload(
      @NotBlank @Size(min = 2, max = 200) String purpose,
      @NotNull @Size(min = 1, max = 200) List<@NotNull Long> applications) {}

  /** Who has not yet authorised the check; kind is member or obligor. */
  @Schema(name = "Unsigned")
  record Unsigned(String name, String kind) {}

  /**
   * A family as it is taken along.
   *
   * @param registeredOn the first day on which a visit can have been
   * @param household the form's answers as far as they are known
   * @param sources of answers by place, such as {@code members[0].birthDate}
   */
  record TakenFamily(
      UUID download,
      long application,
      String number,
      String applicant,
      String phone,
      String village,
      String appliedFor,
      LocalDate registeredOn,
      @Nullable LocalDate due,
      @JsonRawValue @Schema(type = "object") String household,
      Map<String, Answers.Source> sources,
      List<Unsigned> unsigned) {}

  /** keepUntil is the last day on which the phone may hold it. */
  @Schema(name = "FieldDownload")
  record Download(Instant takenAt, LocalDate keepUntil, List<TakenFamily> families) {}

  /**
   * What the form begins with.
   *
   * @param origin visit, register or nothing (the application alone)
   * @param download to be sent with the visit, so that what comes in meanwhile is merged
   */
  record Prefilled(
      UUID download,
      String origin,
      @JsonRawValue @Schema(type = "object") String household,
      Map<String, Answers.Source> sources) {}

  @PostMapping("/api/v1/field/downloads")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(
      summary = "Hands out families for visits, with what is known of them and where from",
      description = "The purpose stands in the audit; what was handed out is kept sealed")
  Download download(@Valid @RequestBody NewDownload asked) {
    String purpose = asked.purpose().strip();
    TakeAlong.All all = take.toVisit(asked.applications(), purpose);
    for (TakeAlong.Handed one : all.families()) {
      access.tell(Deed.CASE_TAKEN, "application:" + one.head().id(), purpose);
    }
    return new Download(
        all.at(), all.keepUntil(), all.families().stream().map(this::family).toList());
  }

  private TakenFamily family(TakeAlong.Handed one) {
    CaseHeads.Head head = one.head();
    return new TakenFamily(
        one.download(),
        head.id(),
        head.number(),
        head.applicant(),
        head.phone(),
        head.village(),
        head.appliedFor(),
        head.registeredOn(),
        head.due(),
        one.answers().household().toString(),
        one.answers().sources(),
        unsigned(head, one.answers()));
  }

  private List<Unsigned> unsigned(CaseHeads.Head head, Answers answers) {
    return form.toAuthorise(answers.household(), clocks.today()).stream()
        .map(named -> new Unsigned(named.name(), named.obligor() ? "obligor" : "member"))
        .filter(named -> !named.name().isEmpty())
        .filter(named -> !head.signed().contains(named.kind() + ":" + named.name()))
        .distinct()
        .toList();
  }

  @GetMapping("/api/v1/applications/{id}/unsigned")
  @Requires(Permission.CASE_INVESTIGATE)
  @Transactional
  @Operation(
      summary = "Who still has to authorise the check",
      description = "Adults and obligors, as the last visit or else the register knows the family")
  List<Unsigned> unsigned(@PathVariable long id) {
    TakeAlong.Known one = take.known(id);
    return unsigned(one.head(), one.answers());
  }

  @GetMapping("/api/v1/applications/{id}/prefill")
  @Requires({Permission.CASE_INVESTIGATE, Permission.CASE_CHECK})
  @Transactional
  @Operation(
      summary = "What the form of a visit begins with: the last visit, else the register",
      description = "Citizen numbers are masked; one left as it is stays what it was")
  Prefilled prefill(@PathVariable long id) {
    TakeAlong.Handed one = take.one(id, AT_THE_DESK);
    access.tellRead(Deed.CASE_READ, "application", id);
    return new Prefilled(
        one.download(),
        one.answers().origin().name().toLowerCase(Locale.ROOT),
        one.answers().household().toString(),
        one.answers().sources());
  }
}
