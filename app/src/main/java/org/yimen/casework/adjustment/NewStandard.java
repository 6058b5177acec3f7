package org.yimen.casework.adjustment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.State;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ReadAward;
import org.yimen.policy.Category;
import org.yimen.policy.Law;
import org.yimen.policy.amounts.RaisedStandard;
import org.yimen.policy.cases.Assessment;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/**
 * What families get by the values of a month (社会救助暂行办法 第十条), the facts as they were when they were
 * last looked into: nobody's income is typed again because a standard rose. Nothing is taken from
 * anybody this way, that needs a re-check and a written notice (民发〔2021〕57号 第三十二条).
 */
final class NewStandard {

  /** Whose families get money every month. */
  private static final Set<Category> PAID = EnumSet.of(Category.DIBAO, Category.TEKUN);

  private final KnownValues known;
  private final Law law;
  private final LocalDate month;

  /**
   * @param month first day of the month from which the new values hold
   */
  NewStandard(KnownValues known, LocalDate month) {
    this.known = known;
    this.law = known.now();
    this.month = month;
  }

  KnownValues known() {
    return known;
  }

  LocalDate month() {
    return month;
  }

  /** One of both, or neither where the new values don't touch the family. */
  record Found(@Nullable Adjusted adjusted, Adjusted.@Nullable Held held) {
    static final Found UNTOUCHED = new Found(null, null);
  }

  Found of(Family family) {
    LocalDate from = family.since().isAfter(month) ? family.since() : month;
    Determinations.Made made = family.made();
    return made == null ? byRoll(family, from) : byFacts(family, made, from);
  }

  /** The values by which the present amounts were reckoned, as they were known then. */
  private Map<Parameter, Value> before(Family family, LocalDate day) {
    Family.Adjustment adjusted = family.adjusted();
    if (adjusted != null) {
      return known.of(adjusted.law(), adjusted.month(), family);
    }
    Determinations.Made made = family.made();
    return made == null
        ? known.at(family.cameIn(), day, family)
        : known.of(made.lawNumber(), day, family);
  }

  private Found byRoll(Family family, LocalDate from) {
    Map<Parameter, Value> before = before(family, family.since());
    Map<Parameter, Value> after = known.now(from, family);
    String because = changes(family.place().residence(), before, after);
    if (because.isEmpty() || !PAID.contains(family.category())) {
      return Found.UNTOUCHED;
    }
    BigDecimal added =
        hasOnlyAllowance(family.now()) ? RaisedStandard.added(family.place(), before, after) : null;
    if (added == null) {
      return held(family, "接续自名册，还没有在这里调查过，只凭金额算不出新标准下的金额；请开展复核");
    }
    long fen = added.movePointRight(2).longValueExact();
    return more(family, from, allowanceWith(family.now(), fen), because);
  }

  private static boolean hasOnlyAllowance(Award now) {
    return now.tekun().isEmpty() && now.amounts().stream().anyMatch(NewStandard::isAllowance);
  }

  private static boolean isAllowance(Award.Amount amount) {
    return amount.item().equals("allowance");
  }

  private static List<Award.Amount> allowanceWith(Award now, long added) {
    return now.amounts().stream()
        .map(
            one ->
                isAllowance(one)
                    ? new Award.Amount(one.person(), one.item(), one.fen() + added)
                    : one)
        .toList();
  }

  private Found byFacts(Family family, Determinations.Made made, LocalDate from) {
    PolicyCase asked =
        CaseFile.read(law, "认定", made.asked().getBytes(StandardCharsets.UTF_8)).get(0);
    Map<Parameter, Value> before = before(family, asked.date());
    Map<Parameter, Value> after = known.now(from, family);
    String because = changes(asked.household().residence(), before, after);
    if (because.isEmpty()) {
      return Found.UNTOUCHED;
    }
    Award was =
        family.adjusted() == null
            ? ReadAward.of(made.result(), family.members())
            : award(family, asked, before);
    return compared(family, from, was, award(family, asked, after), because);
  }

  private Found compared(Family family, LocalDate from, Award was, Award then, String because) {
    if (then.equals(was)) {
      return Found.UNTOUCHED;
    }
    if (then.category() == Category.UNKNOWN) {
      return held(family, "按新标准还不能判断，请开展复核");
    }
    if (then.category() != was.category() || !then.keys().equals(was.keys())) {
      return held(family, "按新标准属于“%s”，类别或成员有变化，请开展复核".formatted(then.category().title()));
    }
    return sameMoney(was, family.now())
        ? more(family, from, then.amounts(), because)
        : held(family, "现在的金额与最近一次调查认定的不一致（例如减发过本人的部分），请开展复核");
  }

  private static boolean sameMoney(Award one, Award other) {
    return one.category() == other.category()
        && new HashSet<>(one.amounts()).equals(new HashSet<>(other.amounts()));
  }

  /** The award by these values, with everything else as it was asked. */
  private Award award(Family family, PolicyCase asked, Map<Parameter, Value> values) {
    PolicyCase then =
        new PolicyCase(
            asked.line(),
            asked.name(),
            asked.date(),
            asked.area(),
            values,
            asked.household(),
            null);
    return ReadAward.of(Assessment.of(law, then).json(), family.members());
  }

  private Found more(Family family, LocalDate from, List<Award.Amount> amounts, String because) {
    Adjusted adjusted = new Adjusted(family, amounts, from, because);
    long more = adjusted.afterFen() - adjusted.beforeFen();
    if (more == 0) {
      return Found.UNTOUCHED;
    }
    if (more < 0) {
      return held(family, "按新标准每月减少 %s 元；减发须先复核并书面告知".formatted(yuan(-more)));
    }
    if (family.passing()) {
      return held(family, "渐退期内或者已定退出日期，到期自动停发，不再调整");
    }
    return family.recheck() == null || family.recheck().equals(State.ACCEPTED.code())
        ? new Found(adjusted, null)
        : held(family, "有一件复核已经提出意见，请先办结或者退回，再来落实");
  }

  private static Found held(Family family, String why) {
    return new Found(null, new Adjusted.Held(family, why));
  }

  /** The values of payment that change and concern the residence, with document and article. */
  private static String changes(
      Household.Residence residence, Map<Parameter, Value> before, Map<Parameter, Value> after) {
    return after.entrySet().stream()
        .filter(one -> Payment.isOf(one.getKey(), residence))
        .sorted(Comparator.comparing(one -> one.getKey().index()))
        .map(one -> change(one.getKey(), before.get(one.getKey()), one.getValue()))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("；"));
  }

  /** Empty where it stays. */
  private static String change(Parameter parameter, @Nullable Value before, Value after) {
    if (before != null && before.text().equals(after.text())) {
      return "";
    }
    String was = before == null ? "" : "由 %s ".formatted(before.text());
    return "%s%s调为 %s（%s）".formatted(parameter.name(), was, after.text(), after.basis());
  }

  static String yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).toPlainString();
  }
}
