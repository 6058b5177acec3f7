package org.yimen.eligibility;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.indication.IndicateHousehold;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Law;
import org.yimen.policy.amounts.Award;
import org.yimen.policy.amounts.PaidMonths;
import org.yimen.policy.amounts.TemporaryAid;
import org.yimen.policy.law.RuleText;

/** What a household would be paid a month as things most likely are, and how that is worked out. */
@RestController
class AwardController {

  private final ScreeningRuns runs;
  private final ReplayScreening replay;
  private final LawInForce inForce;
  private final FieldScope fields;
  private final Access access;
  private final Clock clock;

  AwardController(
      ScreeningRuns runs,
      ReplayScreening replay,
      LawInForce inForce,
      FieldScope fields,
      Access access,
      Clock clock) {
    this.fields = fields;
    this.runs = runs;
    this.replay = replay;
    this.inForce = inForce;
    this.access = access;
    this.clock = clock;
  }

  /**
   * @param step difference, classes, floor, base, supplement, tekunBasic, tekunCare or single
   * @param subject household or the member's name
   * @param amount yuan a month, null where it is not known exactly
   * @param adds whether it is part of the sum
   */
  record AwardLine(
      String step,
      String subject,
      @Nullable BigDecimal amount,
      boolean adds,
      String text,
      List<String> basis) {}

  /**
   * One of the incomes that the laws make of the same items.
   *
   * @param measure dibao, net (agriculture's) or reference (what the watch's range is compared
   *     with), a head and a year; tekun, of a person and a month
   * @param subject household or the member's name
   * @param amount yuan, null where it is not known exactly
   */
  record IncomeMeasure(String measure, String subject, @Nullable BigDecimal amount, String basis) {}

  /** The most that temporary aid may come to, yuan for one approval. */
  record AidCeiling(String kind, BigDecimal most) {}

  /**
   * @param category as things most likely are
   * @param monthly yuan a month, null where it is not known exactly
   * @param atLeast its lower bound, null where nothing can be said
   * @param atMost its upper bound, null where there is none
   * @param open why no exact amount can be said, null where it can
   * @param incomes the incomes that the laws make of the same items, side by side
   * @param firstMonth the month of the first payment, were it decided today
   * @param indication always true: it is no decision
   */
  @Schema(name = "HouseholdAward")
  record HouseholdAward(
      LocalDate asOf,
      String category,
      @Nullable BigDecimal monthly,
      @Nullable BigDecimal atLeast,
      @Nullable BigDecimal atMost,
      @Nullable String open,
      YearMonth firstMonth,
      List<AwardLine> lines,
      List<IncomeMeasure> incomes,
      List<AidCeiling> temporaryAid,
      boolean indication) {}

  @GetMapping("/api/v1/households/{id}/award")
  @Requires(Permission.SCREENING_READ)
  @Operation(
      summary = "What the household would be paid a month, line by line with its articles",
      description =
          "From the facts as they most likely were at the last screening; an indication, no"
              + " decision. Where the income is not known it says so instead of an amount")
  HouseholdAward award(@PathVariable long id) {
    ScreeningRuns.Current run = runs.current();
    ReplayScreening.Kept kept = run == null ? null : replay.kept(run, id, access.areaPrefix());
    ReplayScreening.Replayed again =
        run == null || kept == null ? null : replay.replayed(run, kept, id);
    if (run == null || again == null || again.household().members().isEmpty()) {
      throw ProblemType.NOT_FOUND.because("这一户还没有初筛结果、没有成员，或不在您的管辖范围内。");
    }
    access.tellRead(Deed.SCREENING_READ, "household", id);
    HouseholdRecord household = again.household();
    Law law = inForce.law();
    var likely = new IndicateHousehold(law, run.asOf(), inForce.whenTold()).likely(household);
    Award award = Award.of(law, likely, run.asOf(), household.area());
    return shown(award, household, ceilings(law, run.asOf(), household));
  }

  /** A line that tells of illness or disability, without whose it is and how much. */
  private AwardLine held(AwardLine line) {
    return fields.tellsNothingHidden(line.text())
        ? line
        : new AwardLine(
            line.step(), "household", null, line.adds(), fields.text(line.text()), line.basis());
  }

  private HouseholdAward shown(Award award, HouseholdRecord household, List<AidCeiling> aid) {
    Figure sum = award.monthly();
    return new HouseholdAward(
        award.determination().date(),
        award.determination().category().code(),
        sum == null ? null : sum.value(),
        sum == null ? null : sum.low(),
        sum == null ? null : sum.high(),
        award.open(),
        PaidMonths.firstAfterDecision(LocalDate.now(clock)),
        award.lines().stream().map(line -> held(line(line, household))).toList(),
        incomes(award.determination(), household),
        aid,
        true);
  }

  private static AwardLine line(Award.Line line, HouseholdRecord household) {
    return new AwardLine(
        line.step().code(),
        name(line.subject(), household),
        line.amount().value(),
        line.step().adds(),
        line.text(),
        line.basis());
  }

  private static String name(String subject, HouseholdRecord household) {
    return household.members().stream()
        .filter(member -> Long.toString(member.id()).equals(subject))
        .map(member -> member.name())
        .findAny()
        .orElse("household");
  }

  private List<IncomeMeasure> incomes(Determination determined, HouseholdRecord household) {
    Determination.Figures figures = determined.figures();
    return Stream.concat(
            Stream.of(
                income("dibao", "income.perCapitaYearly", figures.perCapitaIncomeYearly()),
                income("net", "net.perCapitaYearly", figures.netIncomePerCapitaYearly()),
                income(
                    "reference",
                    "watch.referencePerCapita",
                    figures.referenceIncomePerCapitaYearly())),
            determined.persons().stream()
                .map(
                    person ->
                        new IncomeMeasure(
                            "tekun",
                            name(person.id(), household),
                            person.tekunIncomeMonthly().value(),
                            basis("tekun.incomeMonthly"))))
        .toList();
  }

  private IncomeMeasure income(String measure, String rule, Figure figure) {
    return new IncomeMeasure(measure, "household", figure.value(), basis(rule));
  }

  private String basis(String rule) {
    return inForce.law().rules().stream()
        .filter(text -> text.id().equals(rule))
        .reduce((earlier, later) -> later)
        .map(RuleText::basis)
        .orElse("");
  }

  private static List<AidCeiling> ceilings(Law law, LocalDate day, HouseholdRecord household) {
    TemporaryAid aid = TemporaryAid.on(law, day, household.area());
    return Stream.of(TemporaryAid.Kind.EMERGENCY, TemporaryAid.Kind.EXPENSE)
        .map(kind -> new AidCeiling(kind.code(), aid.ceiling(kind, household.members().size())))
        .toList();
  }
}
