package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.law.RuleText;

/** The lines of an award. The amounts are the rules' own; only the sentences are made here. */
final class AwardLines {
  private static final String FAMILY = "household";

  private final Law law;
  private final Household household;
  private final Determination determined;
  private final List<Award.Line> lines = new ArrayList<>();

  AwardLines(Law law, Household household, Determination determined) {
    this.law = law;
    this.household = household;
    this.determined = determined;
  }

  List<Award.Line> all() {
    Figure base = determined.figures().baseAllowanceMonthly();
    if (determined.category() == Category.DIBAO && base != null) {
      beforeRounding();
      base(base);
    }
    determined.persons().forEach(this::person);
    return List.copyOf(lines);
  }

  /** The difference or the class, and the floor: what the allowance is the larger of. */
  private void beforeRounding() {
    Household.PaymentClass own = household.paymentClass();
    boolean classes = "classes".equals(value("dibao.payment"));
    BigDecimal standard = number("dibao.standard");
    BigDecimal heads = BigDecimal.valueOf(determined.countedMembers().size());
    if (classes && own != null) {
      classes(own, heads);
    } else if (!classes && standard != null) {
      difference(standard, heads);
    }
    BigDecimal share = number("dibao.floorShare");
    if (standard != null && share != null && share.signum() > 0) {
      Figure floor = exact(standard.multiply(share).multiply(heads));
      String text =
          "保底：%s元 × %s人 × %s%% = %s元"
              .formatted(plain(standard), heads, plain(share.movePointRight(2)), shown(floor));
      add(Award.Step.FLOOR, floor, text, "dibao.standard", "dibao.floorShare");
    }
  }

  private void classes(Household.PaymentClass own, BigDecimal heads) {
    String id = "dibao.class." + household.residence().code() + "." + own.code();
    BigDecimal each = number(id);
    if (each != null) {
      Figure amount = exact(each.multiply(heads));
      String text =
          "分档：%s每人%s元 × %s人 = %s元".formatted(own.title(), plain(each), heads, shown(amount));
      add(Award.Step.CLASSES, amount, text, "dibao.payment", id);
    }
  }

  private void difference(BigDecimal standard, BigDecimal heads) {
    Figure income = determined.figures().incomeMonthly();
    BigDecimal full = standard.multiply(heads);
    BigDecimal most = income.high();
    Figure gap =
        new Figure(
            most == null ? BigDecimal.ZERO : full.subtract(most).max(BigDecimal.ZERO),
            full.subtract(income.low()).max(BigDecimal.ZERO),
            income.exact());
    String text =
        "补差：低保标准%s元 × %s人 − 家庭月收入%s元 = %s元"
            .formatted(plain(standard), heads, shown(income), shown(gap));
    add(Award.Step.DIFFERENCE, gap, text, "dibao.payment", "dibao.standard");
  }

  private void base(Figure base) {
    boolean rounded = !"none".equals(value("dibao.rounding"));
    String text = "低保金每月%s元%s".formatted(shown(base), rounded ? "（按当地规定进位）" : "");
    lines.add(
        new Award.Line(
            Award.Step.BASE, FAMILY, base, text, basis("payment.base", "dibao.rounding")));
  }

  private void add(Award.Step step, Figure amount, String text, String... parameters) {
    lines.add(new Award.Line(step, FAMILY, amount, text, basis("payment.base", parameters)));
  }

  private void person(Determination.Person person) {
    one(
        person,
        Award.Step.SUPPLEMENT,
        positive(person.supplementMonthly()),
        "增发低保金%s元（重病重残，或老年人、未成年人，两项取高）",
        basis(
            "payment.supplement", "dibao.supplement.illOrDisabled", "dibao.supplement.oldOrYoung"));
    one(
        person,
        Award.Step.TEKUN_BASIC,
        person.tekunBasicMonthly(),
        "特困人员基本生活费%s元",
        basis("tekun.basic", "dibao.standard", "tekun.basic.factor"));
    one(person, Award.Step.TEKUN_CARE, person.careMonthly(), "特困人员照料护理费%s元", basis("tekun.care"));
    if (determined.category() != Category.DIBAO && person.tekun() != Finding.MET) {
      one(
          person,
          Award.Step.SINGLE,
          person.singleAllowanceMonthly(),
          "可以单独申请低保，按本人收入补差%s元，不计入本户合计",
          basis("single.allowance", "dibao.standard"));
    }
  }

  private void one(
      Determination.Person person,
      Award.Step step,
      @Nullable Figure amount,
      String text,
      List<String> basis) {
    if (amount != null) {
      lines.add(new Award.Line(step, person.id(), amount, text.formatted(shown(amount)), basis));
    }
  }

  private static @Nullable Figure positive(@Nullable Figure amount) {
    return amount == null || amount.exact() && amount.low().signum() == 0 ? null : amount;
  }

  private List<String> basis(String rule, String... parameters) {
    Stream<String> values =
        Stream.of(parameters)
            .map(this::used)
            .flatMap(
                used ->
                    used == null ? Stream.empty() : Stream.of(used.title() + "：" + used.basis()));
    return Stream.concat(ofRule(rule), values).distinct().toList();
  }

  /** The version in force that day; rules stand in the order of their days. */
  private Stream<String> ofRule(String id) {
    return law.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .filter(rule -> rule.from() == null || !rule.from().isAfter(determined.date()))
        .reduce((earlier, later) -> later)
        .map(RuleText::basis)
        .stream();
  }

  private Determination.@Nullable UsedParameter used(String id) {
    return law.parameter(id, determined.date(), determined.area(), household.residence());
  }

  private @Nullable Object value(String id) {
    Determination.UsedParameter used = used(id);
    return used == null ? null : used.value();
  }

  private @Nullable BigDecimal number(String id) {
    return value(id) instanceof BigDecimal number ? number : null;
  }

  private static Figure exact(BigDecimal amount) {
    return new Figure(amount, amount, true);
  }

  private static String shown(Figure figure) {
    BigDecimal most = figure.high();
    if (figure.exact()) {
      return plain(figure.low());
    }
    return most == null
        ? "不详（至少" + plain(figure.low()) + "）"
        : plain(figure.low()) + "至" + plain(most);
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
