package org.yimen.policy.amounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Category;
import org.yimen.policy.Figure;
import org.yimen.policy.Households;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Flag;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.MemberBuilder;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.law.Changes;

/** What a household is paid a month, how that is worked out, and by which article. */
class AwardTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static MemberBuilder worker(Range monthly) {
    return Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
        .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, monthly));
  }

  private static Member wife() {
    return Member.of("b", Relation.SPOUSE, LocalDate.of(1981, 1, 1)).build();
  }

  private static HouseholdBuilder urban(Member... members) {
    return Household.of(Household.Residence.URBAN, List.of(members));
  }

  private static Law with(Map<String, String> values) {
    return LAW.changed(Changes.of(LAW.parameters(), values, Set.of()));
  }

  private static Award award(Law law, Household household) {
    return Award.of(law, household, DATE, AREA);
  }

  private static Award.Line only(Award award, Award.Step step) {
    List<Award.Line> found = award.lines().stream().filter(line -> line.step() == step).toList();
    assertThat(found).as(award.lines().toString()).hasSize(1);
    return found.get(0);
  }

  @Test
  void dibao_pays_the_difference_to_the_standard_of_all_and_names_both_articles() {
    Award award = award(LAW, urban(worker(Range.yuan(1_000)).build(), wife()).build());
    Award.Line gap = only(award, Award.Step.DIFFERENCE);
    assertThat(gap.text()).isEqualTo("补差：低保标准800元 × 2人 − 家庭月收入1000元 = 600元");
    assertThat(gap.basis().get(0)).isEqualTo("民发〔2021〕57号 第二十三条");
    assertThat(gap.basis()).anyMatch(basis -> basis.startsWith("城市低保标准：社会救助暂行办法 第十条"));
    assertThat(only(award, Award.Step.BASE).text()).isEqualTo("低保金每月600元");
    assertThat(award.lines()).hasSize(2);
    assertThat(award.monthly().value()).isEqualByComparingTo("600");
    assertThat(award.open()).isNull();
  }

  @Test
  void rounding_up_once_and_a_floor_lift_it_and_are_named() {
    Law law = with(Map.of("dibao.rounding", "ceil10", "dibao.floorShare", "0.2"));
    Award poor = award(law, urban(worker(Range.exactly(999_50)).build(), wife()).build());
    assertThat(only(poor, Award.Step.DIFFERENCE).text()).endsWith("= 600.5元");
    assertThat(only(poor, Award.Step.BASE).text()).isEqualTo("低保金每月610元（按当地规定进位）");
    Award nearly = award(law, urban(worker(Range.yuan(1_500)).build(), wife()).build());
    assertThat(only(nearly, Award.Step.DIFFERENCE).amount().value()).isEqualByComparingTo("100");
    assertThat(only(nearly, Award.Step.FLOOR).text()).isEqualTo("保底：800元 × 2人 × 20% = 320元");
    assertThat(nearly.monthly().value()).isEqualByComparingTo("320");
  }

  @Test
  void where_classes_are_paid_the_class_counts_and_the_income_does_not() {
    Law law = with(Map.of("dibao.payment", "classes", "dibao.class.urban.B", "450"));
    Household household =
        urban(worker(Range.yuan(1_000)).build(), wife())
            .paymentClass(Household.PaymentClass.B)
            .build();
    Award award = award(law, household);
    assertThat(only(award, Award.Step.CLASSES).text()).isEqualTo("分档：B类每人450元 × 2人 = 900元");
    assertThat(award.lines()).noneMatch(line -> line.step() == Award.Step.DIFFERENCE);
    assertThat(award.monthly().value()).isEqualByComparingTo("900");
  }

  @Test
  void a_member_gets_the_higher_supplement_and_whoever_gets_none_has_no_line() {
    Member ill =
        Member.of("c", Relation.SON, LocalDate.of(2015, 1, 1)).flag(Flag.SERIOUS_ILLNESS).build();
    Award award = award(LAW, urban(worker(Range.yuan(500)).build(), ill).build());
    Award.Line more = only(award, Award.Step.SUPPLEMENT);
    assertThat(more.subject()).isEqualTo("c");
    assertThat(more.amount().value()).isEqualByComparingTo("58");
    assertThat(more.basis().get(0)).isEqualTo("民发〔2021〕57号 第二十七条");
    assertThat(award.monthly().value()).as("1600 - 500 + 58").isEqualByComparingTo("1158");
  }

  @Test
  void a_tekun_person_gets_the_basic_rate_and_care_by_its_grade() {
    Member old = Member.of("a", Relation.APPLICANT, LocalDate.of(1940, 1, 1)).build();
    Award award = award(LAW, urban(old).build());
    Award.Line basic = only(award, Award.Step.TEKUN_BASIC);
    assertThat(basic.amount().value()).as("1.3 times the standard").isEqualByComparingTo("1040");
    assertThat(basic.basis().get(0)).isEqualTo("国发〔2016〕14号 二（二）");
    assertThat(award.determination().category()).isEqualTo(Category.TEKUN);
    assertThat(award.monthly().value()).isEqualByComparingTo("1040");
    assertThat(award.lines()).hasSize(1);
  }

  @Test
  void an_unknown_income_gives_no_amount_and_says_so() {
    Award award = award(LAW, urban(worker(Range.yuan(1)).incomeIncomplete().build()).build());
    assertThat(award.determination().category()).isEqualTo(Category.UNKNOWN);
    assertThat(award.monthly()).isNull();
    assertThat(award.lines()).isEmpty();
    assertThat(award.open()).startsWith("家庭收入尚不清楚");
  }

  @Test
  void an_income_within_bounds_below_the_standard_gives_bounds() {
    Award award = award(LAW, urban(worker(new Range(300_00, 500_00)).build()).build());
    assertThat(only(award, Award.Step.DIFFERENCE).text()).endsWith("300至500元 = 300至500元");
    assertThat(award.monthly().exact()).isFalse();
    assertThat(award.monthly().low()).isEqualByComparingTo("300");
    assertThat(award.monthly().high()).isEqualByComparingTo("500");
    assertThat(award.open()).contains("范围");
  }

  @Test
  void above_the_standard_nothing_is_paid_monthly_but_who_is_gravely_ill_may_apply_alone() {
    Member ill =
        Member.of("b", Relation.SPOUSE, LocalDate.of(1981, 1, 1))
            .flag(Flag.SERIOUS_ILLNESS)
            .build();
    Award award = award(LAW, urban(worker(Range.yuan(1_800)).build(), ill).build());
    assertThat(award.determination().category()).isEqualTo(Category.DIBAO_MARGIN);
    Award.Line single = only(award, Award.Step.SINGLE);
    assertThat(single.subject()).isEqualTo("b");
    assertThat(single.amount().value()).isEqualByComparingTo("800");
    assertThat(single.text()).contains("不计入本户合计");
    assertThat(award.monthly().value()).isEqualByComparingTo("0");
  }

  @Test
  void of_any_household_the_sum_is_what_the_determination_pays() {
    for (long seed = 0; seed < 400; seed++) {
      Award award = award(LAW, Households.exact(seed));
      Figure paid = LAW.outcome(Households.exact(seed), DATE, AREA).monthlyAllowance();
      if (paid == null || award.monthly() == null) {
        assertThat(award.monthly()).as("seed %d", seed).isNull();
        continue;
      }
      var care =
          award.lines().stream()
              .filter(line -> line.step() == Award.Step.TEKUN_CARE)
              .map(line -> line.amount().low())
              .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
      assertThat(award.monthly().low().subtract(care))
          .as("seed %d", seed)
          .isEqualByComparingTo(paid.low());
    }
  }
}
