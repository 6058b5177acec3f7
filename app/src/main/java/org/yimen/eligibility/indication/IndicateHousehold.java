package org.yimen.eligibility.indication;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.eligibility.evidence.CaseFacts;
import org.yimen.eligibility.evidence.FactsHash;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.IncomeTold;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.eligibility.evidence.Thresholds;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;

/**
 * Screens one household after the other: tries the law on what is known and on what is likely, and
 * says what that suggests. The same facts, day and law always give the same.
 */
public final class IndicateHousehold {

  private final Law law;
  private final LocalDate asOf;
  private final Map<String, Lines> lines = new HashMap<>();

  public IndicateHousehold(Law law, LocalDate asOf) {
    this.law = law;
    this.asOf = asOf;
  }

  public Indication of(HouseholdRecord household) {
    if (household.members().isEmpty()) {
      return Deserted.indication(household, asOf);
    }
    Tried tried = tried(household);
    Group group = tried.group();
    return new Indication(
        household.id(),
        group,
        tried.suggested(group),
        watch(tried),
        tried.certainty(group),
        Worth.of(tried, group, asOf),
        household.members().size(),
        Reasons.of(tried, group),
        List.copyOf(Reasons.missing(tried, group, asOf)),
        tried.doubts().stream().map(Doubt::text).toList(),
        trace(tried.known(), tried.likely()),
        hash(tried));
  }

  /** The reasons that the suggestion rests on, condition by condition. */
  public @Nullable Determination explained(HouseholdRecord household) {
    return household.members().isEmpty()
        ? null
        : law.determine(likely(household), asOf, household.area());
  }

  /** The facts as they most likely are; there must be members. */
  public Household likely(HouseholdRecord household) {
    Set<Lists> lists = Lists.of(household, asOf);
    return new CaseFacts(household, lists, asOf).likely(told(household, lists, lines(household)));
  }

  private Tried tried(HouseholdRecord household) {
    Set<Lists> lists = Lists.of(household, asOf);
    Lines here = lines(household);
    IncomeTold told = told(household, lists, here);
    CaseFacts facts = new CaseFacts(household, lists, asOf);
    Decision likely = decided(facts.likely(told), household);
    boolean provable = likely.category() == Category.NONE && household.wages() >= here.standard();
    boolean listed = lists.size() > (lists.contains(Lists.WATCH) ? 1 : 0);
    int off = listed ? -Thresholds.STANDARD.toldWithin() : Thresholds.STANDARD.toldWithin();
    Decision cautious =
        told != null && told.isHearsay()
            ? decided(facts.likely(told.shifted(off)), household)
            : likely;
    return new Tried(
        household,
        lists,
        told,
        here,
        provable && !listed ? decided(facts.known(), household) : null,
        likely,
        cautious,
        FindDoubts.of(household, lists, here, asOf));
  }

  private Decision decided(Household facts, HouseholdRecord household) {
    return law.decide(facts, asOf, household.area());
  }

  /** Where nobody else tells an income, what a list of 低保 was granted on stands for it. */
  private static @Nullable IncomeTold told(
      HouseholdRecord household, Set<Lists> lists, Lines lines) {
    IncomeTold told = IncomeTold.of(household);
    return told == null && lists.contains(Lists.DIBAO)
        ? IncomeTold.assessed(household, lines.standard())
        : told;
  }

  private Lines lines(HouseholdRecord household) {
    Household.Residence residence = CaseFacts.residence(household);
    return lines.computeIfAbsent(
        residence + "@" + household.area(),
        place -> Lines.of(law, asOf, household.area(), residence));
  }

  private static @Nullable String watch(Tried tried) {
    var likely = tried.likely().watchKind();
    if (likely != null) {
      return likely.code();
    }
    var listed = tried.household().first("list.watch");
    return listed == null ? null : listed.code();
  }

  /** Findings of all conditions: how many bytes as known, these, and those as likely. */
  private static byte[] trace(@Nullable Decision known, Decision likely) {
    byte[] first = known == null ? new byte[0] : known.findings();
    byte[] second = likely.findings();
    return ByteBuffer.allocate(1 + first.length + second.length)
        .put((byte) first.length)
        .put(first)
        .put(second)
        .array();
  }

  private static long hash(Tried tried) {
    return FactsHash.of(tried.household()) * 31 + tried.likely().factsHash();
  }
}
