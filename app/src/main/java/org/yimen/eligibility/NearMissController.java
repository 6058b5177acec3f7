package org.yimen.eligibility;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
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
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.nearmiss.NearMiss;
import org.yimen.policy.nearmiss.NearMisses;

/** What would change what screening suggests of one household. */
@RestController
class NearMissController {

  private final ScreeningRuns runs;
  private final ReplayScreening replay;
  private final LawInForce inForce;
  private final FieldScope fields;
  private final Access access;

  NearMissController(
      ScreeningRuns runs,
      ReplayScreening replay,
      LawInForce inForce,
      FieldScope fields,
      Access access) {
    this.fields = fields;
    this.runs = runs;
    this.replay = replay;
    this.inForce = inForce;
    this.access = access;
  }

  /**
   * @param about category, or watch (防止返贫监测)
   * @param fact which fact is changed
   * @param subject household or the member's name
   * @param more whether it grows or is added
   * @param amount the smallest change in yuan that is enough; null for what either is or isn't
   * @param yearly whether the amount is for a year
   * @param from category as things most likely are; of the watch its kind, notWatched or unknown
   * @param to the same then
   * @param conditions names of the conditions that turn
   * @param text the same as a sentence
   */
  @Schema(name = "NearMiss")
  record Change(
      String about,
      String fact,
      String subject,
      boolean more,
      @Nullable BigDecimal amount,
      boolean yearly,
      String from,
      String to,
      List<String> conditions,
      String text) {}

  @GetMapping("/api/v1/households/{id}/near-misses")
  @Requires(Permission.SCREENING_READ)
  @Operation(
      summary =
          "Which single facts, changed by how much, would give a household another category,"
              + " or have it watched against a return to poverty",
      description =
          "From the facts as they most likely were at the last screening; an indication, no"
              + " determination")
  List<Change> changes(@PathVariable long id) {
    ScreeningRuns.Current run = runs.current();
    ReplayScreening.Kept kept = run == null ? null : replay.kept(run, id, access.areaPrefix());
    ReplayScreening.Replayed again =
        run == null || kept == null ? null : replay.replayed(run, kept, id);
    if (run == null || again == null) {
      throw ProblemType.NOT_FOUND.because("这一户还没有初筛结果，或不在您的管辖范围内。");
    }
    access.tellRead(Deed.NEAR_MISS_READ, "household", id);
    HouseholdRecord household = again.household();
    return household.members().isEmpty() ? List.of() : changes(run, household);
  }

  private List<Change> changes(ScreeningRuns.Current run, HouseholdRecord household) {
    Law law = inForce.law();
    Household likely = new IndicateHousehold(law, run.asOf(), inForce.whenTold()).likely(household);
    NearMisses misses = new NearMisses(law, run.asOf(), household.area());
    return Stream.concat(
            misses.of(likely).stream().map(miss -> change("category", miss, household)),
            misses.ofWatch(likely).stream().map(miss -> change("watch", miss, household)))
        .filter(one -> fields.tellsNothingHidden(one.text() + one.conditions()))
        .toList();
  }

  private static Change change(String about, NearMiss miss, HouseholdRecord household) {
    String name =
        household.members().stream()
            .filter(member -> Long.toString(member.id()).equals(miss.subject()))
            .map(member -> member.name())
            .findAny()
            .orElse("household");
    return new Change(
        about,
        miss.fact().code(),
        name,
        miss.more(),
        miss.amount(),
        miss.yearly(),
        miss.from().code(),
        miss.to().code(),
        miss.conditions(),
        miss.sentence(name.equals("household") ? "本户" : name));
  }
}
