package org.yimen.eligibility.indication;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yimen.eligibility.evidence.CaseFacts;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.FactsHash;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.IncomeTold;
import org.yimen.eligibility.evidence.Lists;
import org.yimen.eligibility.evidence.Thresholds;
import org.yimen.eligibility.inforce.LawWhenTold;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.Said;
import org.yimen.policy.Subject;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.Tongue;

/**
 * Screens one household after the other: tries the law on what is known and on what is likely, and
 * says what that suggests. The same facts, day and law always give the same.
 */
public final class IndicateHousehold {

  /** Few enough that their facts stay in the processor's cache between the steps. */
  private static final int TOGETHER = 256;

  private final Law law;
  private final LocalDate asOf;
  private final StandardPaidBy paidBy;
  private final Map<String, Lines[]> lines = new HashMap<>();

  /**
   * @param law by which the households are tried
   * @param whenTold by which what they are paid was reckoned
   */
  public IndicateHousehold(Law law, LocalDate asOf, LawWhenTold whenTold) {
    this.law = law;
    this.asOf = asOf;
    this.paidBy = new StandardPaidBy(whenTold, asOf);
  }

  public Indication of(HouseholdRecord household) {
    return all(List.of(household)).get(0);
  }

  /** What is suggested of each, in their order; the law is tried on many of them together. */
  public List<Indication> all(List<HouseholdRecord> households) {
    List<Indication> found = new ArrayList<>(households.size());
    for (int from = 0; from < households.size(); from += TOGETHER) {
      int to = Math.min(households.size(), from + TOGETHER);
      found.addAll(together(households.subList(from, to)));
    }
    return found;
  }

  private List<Indication> together(List<HouseholdRecord> households) {
    List<Told> told =
        households.stream().filter(h -> !h.members().isEmpty()).map(this::told).toList();
    List<Decision> likely = decided(told, one -> one.facts.likely(one.told));
    List<Tried> tried = tried(told, likely);
    List<Indication> indications = new ArrayList<>(households.size());
    int next = 0;
    for (HouseholdRecord household : households) {
      indications.add(
          household.members().isEmpty()
              ? Deserted.indication(household, asOf)
              : indication(tried.get(next++)));
    }
    return indications;
  }

  private Indication indication(Tried tried) {
    Group group = tried.group();
    return new Indication(
        tried.household().id(),
        group,
        tried.suggested(group),
        watch(tried),
        tried.certainty(group),
        Worth.of(tried, group, asOf),
        tried.household().members().size(),
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

  /** What the conditions of {@link #explained} say in a language, in their order. */
  public List<Said> said(HouseholdRecord household, Tongue tongue) {
    return household.members().isEmpty()
        ? List.of()
        : law.said(likely(household), asOf, household.area(), tongue);
  }

  /** The facts as they most likely are; there must be members. */
  public Household likely(HouseholdRecord household) {
    Set<Lists> lists = Lists.of(household, asOf);
    return new CaseFacts(household, lists, asOf).likely(told(household, lists, lines(household)));
  }

  /** A household with the best account of its income, ready to be tried. */
  private record Told(
      HouseholdRecord household,
      Set<Lists> lists,
      Lines lines,
      @Nullable IncomeTold told,
      CaseFacts facts) {

    boolean isListed() {
      return lists.size() > (lists.contains(Lists.WATCH) ? 1 : 0);
    }

    /** As likely, had the income been told a few percent wrong. */
    Household cautious() {
      int off = Thresholds.STANDARD.toldWithin();
      return facts.likely(told == null ? null : told.shifted(isListed() ? -off : off));
    }

    boolean isHearsay() {
      return told != null && told.isHearsay();
    }

    /** Whether what registers prove may be enough to say that no category holds. */
    boolean isProvable(Decision likely) {
      return !isListed()
          && likely.category() == Category.NONE
          && household.wages() >= lines.standard();
    }
  }

  private Told told(HouseholdRecord household) {
    Set<Lists> lists = Lists.of(household, asOf);
    Lines here = lines(household);
    return new Told(
        household,
        lists,
        here,
        told(household, lists, here),
        new CaseFacts(household, lists, asOf));
  }

  private List<Tried> tried(List<Told> all, List<Decision> likely) {
    List<Told> hearsay = all.stream().filter(Told::isHearsay).toList();
    Iterator<Decision> cautious = decided(hearsay, Told::cautious).iterator();
    List<Told> provable = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isProvable(likely.get(i))) {
        provable.add(all.get(i));
      }
    }
    Iterator<Decision> known = decided(provable, one -> one.facts.known()).iterator();
    List<Tried> tried = new ArrayList<>(all.size());
    for (int i = 0; i < all.size(); i++) {
      Told one = all.get(i);
      tried.add(
          new Tried(
              one.household,
              one.lists,
              one.told,
              one.lines,
              one.isProvable(likely.get(i)) ? known.next() : null,
              likely.get(i),
              one.isHearsay() ? cautious.next() : likely.get(i),
              FindDoubts.of(one.household, one.lists, one.lines, asOf)));
    }
    return tried;
  }

  private List<Decision> decided(List<Told> some, Function<Told, Household> facts) {
    List<Subject> subjects =
        some.stream().map(one -> new Subject(facts.apply(one), one.household.area())).toList();
    return law.decide(subjects, asOf);
  }

  /** Where nobody else tells an income, what a list of 低保 was granted on stands for it. */
  private static @Nullable IncomeTold told(
      HouseholdRecord household, Set<Lists> lists, Lines lines) {
    IncomeTold told = IncomeTold.of(household);
    return told == null && lists.contains(Lists.DIBAO)
        ? IncomeTold.assessed(household, lines.paid())
        : told;
  }

  private Lines lines(HouseholdRecord household) {
    Household.Residence residence = CaseFacts.residence(household);
    String area = household.area();
    Lines[] here = lines.computeIfAbsent(area == null ? "" : area, one -> lines(area));
    return paidBy.in(here[residence.ordinal()], household);
  }

  /** By residence, as {@link Household.Residence} counts. */
  private Lines[] lines(@Nullable String area) {
    return Arrays.stream(Household.Residence.values())
        .map(residence -> Lines.of(law, asOf, area, residence))
        .toArray(Lines[]::new);
  }

  private static @Nullable String watch(Tried tried) {
    var likely = tried.likely().watchKind();
    if (likely != null) {
      return likely.code();
    }
    var listed = tried.household().first(FactKind.LIST_WATCH);
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
