package org.yimen.eligibility.indication;

import static org.yimen.eligibility.evidence.Thresholds.STANDARD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.eligibility.evidence.FactKind;
import org.yimen.eligibility.evidence.Holdings;
import org.yimen.eligibility.evidence.HouseholdRecord;
import org.yimen.eligibility.evidence.IncomeTold;
import org.yimen.eligibility.evidence.Lists;

/**
 * Holds what registers say against the list that a household stands on. Nothing found here takes a
 * list away: it is a question to the family (民发〔2021〕57号 第三十二条).
 */
final class FindDoubts {

  private static final int PERCENT = 100;

  private static final List<Lists> BY_AID =
      List.of(Lists.DIBAO, Lists.MARGIN, Lists.RIGID, Lists.TEKUN);

  private final HouseholdRecord household;
  private final Set<Lists> lists;
  private final Lines lines;
  private final LocalDate asOf;
  private final List<Doubt> doubts = new ArrayList<>();

  private FindDoubts(HouseholdRecord household, Set<Lists> lists, Lines lines, LocalDate asOf) {
    this.household = household;
    this.lists = lists;
    this.lines = lines;
    this.asOf = asOf;
  }

  /** The doubts, the gravest first; none where the household is on no list of the law's. */
  static List<Doubt> of(HouseholdRecord household, Set<Lists> lists, Lines lines, LocalDate asOf) {
    FindDoubts find = new FindDoubts(household, lists, lines, asOf);
    Lists list = find.main();
    if (list != null) {
      find.against(list);
    }
    return find.doubts;
  }

  private @Nullable Lists main() {
    for (Lists list : BY_AID) {
      if (lists.contains(list)) {
        return list;
      }
    }
    return null;
  }

  private void against(Lists list) {
    boolean person = list == Lists.TEKUN;
    if (person && noSupportedLives()) {
      doubts.add(new Doubt(Doubt.Kind.NOBODY, "供养人员已故，仍在" + list.title() + "名册"));
      return;
    }
    HouseholdRecord whose = person ? supportedOnly() : household;
    wages(list, whose);
    if (!person) {
      told(list);
    }
    Holdings.sentences(whose).forEach(text -> doubts.add(new Doubt(Doubt.Kind.ASSETS, text)));
    if (list == Lists.DIBAO) {
      payment();
    }
  }

  private boolean noSupportedLives() {
    return household.members().stream().noneMatch(member -> member.has(FactKind.LIST_TEKUN));
  }

  private HouseholdRecord supportedOnly() {
    return household.with(
        household.members().stream().filter(member -> member.has(FactKind.LIST_TEKUN)).toList());
  }

  /** Contribution bases are a lower bound of income: alone at the line, the line is passed. */
  private void wages(Lists list, HouseholdRecord whose) {
    long perHead = whose.wages() / Math.max(1, whose.size());
    if (perHead >= line(list)) {
      String text = "参保缴费工资合计每月%s元，人均%s元，已不低于%s的%s元";
      doubts.add(
          new Doubt(
              Doubt.Kind.WAGES,
              text.formatted(
                  Yuan.of(whose.wages()), Yuan.of(perHead), list.title(), Yuan.of(line(list)))));
    }
  }

  private void told(Lists list) {
    IncomeTold told = IncomeTold.of(household);
    if (told == null || told.origin() == IncomeTold.Origin.CIVIL_AFFAIRS) {
      return;
    }
    long least = told.monthlyPerHead() * (PERCENT - STANDARD.toldWithin()) / PERCENT;
    if (least >= line(list)) {
      String text = "%s家庭人均月收入%s元，高于%s的%s元";
      doubts.add(
          new Doubt(
              Doubt.Kind.TOLD,
              text.formatted(
                  told.origin().title(),
                  Yuan.of(told.monthlyPerHead()),
                  list.title(),
                  Yuan.of(line(list)))));
    }
  }

  private long line(Lists list) {
    return switch (list) {
      case MARGIN -> lines.margin();
      case RIGID -> lines.local() / 12;
      default -> lines.standard();
    };
  }

  /** A payment of the difference to the standard says which income it presupposes (57号 第二十三条). */
  private void payment() {
    IncomeTold assessed = IncomeTold.assessed(household, lines.paid());
    if (assessed == null || !doubts.isEmpty()) {
      return;
    }
    long wages = household.wages();
    long presupposed = assessed.yearly() / 12;
    if (wages * PERCENT > presupposed * (PERCENT + STANDARD.wageOver())) {
      String text = "现发低保金每月%s元，按补差折算核定收入每月%s元，而参保缴费工资合计已有%s元";
      doubts.add(
          new Doubt(
              Doubt.Kind.PAYMENT,
              text.formatted(
                  Yuan.of(Lists.payment(household)), Yuan.of(presupposed), Yuan.of(wages))));
    } else {
      projected(assessed);
    }
  }

  /** Assessed close to the standard, so that little unseen income is too much. */
  private void projected(IncomeTold assessed) {
    UnseenWork unseen = UnseenWork.of(household, asOf);
    long line = lines.standard() * assessed.persons();
    long near = lines.paid() * assessed.persons() * STANDARD.nearLine() / PERCENT;
    if (Lists.payment(household) <= near && unseen.expected() >= line) {
      String text = "核定收入已接近低保标准，%s等%d名劳动年龄成员无就业、失业登记；如与家中其他就业者收入相当，人均将不低于%s元";
      doubts.add(
          new Doubt(
              Doubt.Kind.PROJECTED,
              text.formatted(
                  unseen.who().get(0).name(), unseen.who().size(), Yuan.of(lines.standard()))));
    }
  }
}
