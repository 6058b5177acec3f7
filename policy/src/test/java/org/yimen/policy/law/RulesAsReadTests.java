package org.yimen.policy.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;

/** What a rule file says is what holds: versions by day, values by area, sentences with figures. */
class RulesAsReadTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final String AREA = "650107";

  private static Law with(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    return Law.of(sources);
  }

  private static Household earning(Range monthly) {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, monthly))
            .build();
    return Household.of(Household.Residence.RURAL, List.of(one)).build();
  }

  private static String said(Law law, Range monthly, LocalDate day) {
    Determination.Condition condition =
        law.determine(earning(monthly), day, AREA).condition("test.one");
    assertThat(condition).isNotNull();
    return condition.text();
  }

  @Test
  void the_version_in_force_that_day_is_tried_whichever_stands_first() {
    Law law =
        with(
            """
            document: 试验文件
            conditions:
              - {id: test.one, name: 试验条件, article: 后, from: 2025-08-01, test: 人均月收入 < 900元, met: 新, notMet: 新不}
              - {id: test.one, name: 试验条件, article: 前, test: 人均月收入 < 700元, met: 旧, notMet: 旧不}
            """);
    Range pay = Range.yuan(800);
    assertThat(said(law, pay, DATE.minusDays(1))).isEqualTo("旧不");
    assertThat(said(law, pay, DATE)).isEqualTo("新");
    assertThat(law.determine(earning(pay), DATE, AREA).condition("test.one").basis())
        .isEqualTo("试验文件 后");
  }

  @Test
  void a_sentence_says_the_figures_it_names_exactly_or_within_bounds_and_shares_in_percent() {
    Law law =
        with(
            """
            document: 试验文件
            conditions:
              - id: test.one
                name: 试验条件
                article: 一
                test: 人均月收入 < 低保标准
                met: "{left}元低于{right}元，系数{低保边缘系数%}，{居住地}"
                notMet: "{left}元不低于{right}元。"
                unknown: "收入{left}元"
            """);
    assertThat(said(law, Range.yuan(799), DATE)).isEqualTo("799元低于800元，系数150%，农村");
    assertThat(said(law, Range.exactly(800_50), DATE)).isEqualTo("800.5元不低于800元。");
    assertThat(said(law, new Range(700_00, 900_00), DATE)).isEqualTo("收入700至900元");
    assertThat(said(law, new Range(0, 900_00), DATE)).isEqualTo("收入至多900元");
  }

  @Test
  void of_several_tests_those_that_decide_are_said() {
    String both =
        """
        document: 试验文件
        conditions:
          - id: test.one
            name: 试验条件
            article: 一
            %s:
              - {test: 人均月收入 < 800元, met: 收入够低, notMet: 收入太高, unknown: 收入不详}
              - {test: 人均月收入 > 500元, met: 收入够高, notMet: 收入太低, unknown: 收入不详2}
        """;
    Law all = with(both.formatted("allOf"));
    assertThat(said(all, Range.yuan(600), DATE)).isEqualTo("收入够低；收入够高");
    assertThat(said(all, Range.yuan(900), DATE)).isEqualTo("收入太高");
    assertThat(said(all, Range.yuan(400), DATE)).isEqualTo("收入太低");
    assertThat(said(all, new Range(400_00, 600_00), DATE)).isEqualTo("收入不详2");
    Law any = with(both.formatted("anyOf"));
    assertThat(said(any, Range.yuan(600), DATE)).as("one is enough").isEqualTo("收入够低");
    assertThat(said(any, Range.yuan(900), DATE)).isEqualTo("收入够高");
    Determination.Condition none =
        with(both.formatted("anyOf").replace("< 800元", "< 100元").replace("> 500元", "> 900元"))
            .determine(earning(Range.yuan(600)), DATE, AREA)
            .condition("test.one");
    assertThat(none.result()).isEqualTo(Finding.NOT_MET);
    assertThat(none.text()).isEqualTo("收入太高；收入太低");
  }

  @Test
  void the_value_of_the_smallest_area_holds_and_of_the_same_area_the_later() {
    Law law =
        with(
            """
            document: 试验文件
            values:
              - {id: rigid.ratio, value: 0.6, article: 一, area: "65"}
              - {id: rigid.ratio, value: 0.7, article: 二, area: "650107"}
              - {id: rigid.ratio, value: 0.8, article: 三, area: "650107", from: 2025-08-01}
              - {id: rigid.ratio, value: 0.9, article: 四, area: "650107", from: 2025-08-03, to: 2025-08-04}
            """);
    assertThat(ratio(law, "650107200200", DATE.minusDays(1))).isEqualTo("0.7");
    assertThat(ratio(law, AREA, DATE)).isEqualTo("0.8");
    assertThat(ratio(law, AREA, DATE.plusDays(2))).isEqualTo("0.9");
    assertThat(ratio(law, AREA, DATE.plusDays(3))).isEqualTo("0.9");
    assertThat(ratio(law, AREA, DATE.plusDays(4))).as("its period is over").isEqualTo("0.8");
    assertThat(ratio(law, "650102", DATE)).isEqualTo("0.6");
    assertThat(ratio(law, "130000", DATE)).isEqualTo("0.5");
    assertThat(ratio(law, null, DATE)).isEqualTo("0.5");
  }

  private static String ratio(Law law, String area, LocalDate day) {
    Determination.UsedParameter used =
        law.parameter("rigid.ratio", day, area, Household.Residence.RURAL);
    assertThat(used).isNotNull();
    return ((BigDecimal) used.value()).toPlainString();
  }

  @Test
  void a_parameter_is_found_by_its_id_or_by_the_one_that_the_residence_completes() {
    Determination.UsedParameter rural =
        LAW.parameter("dibao.standard", DATE, AREA, Household.Residence.RURAL);
    assertThat(rural).isNotNull();
    assertThat(rural.id()).isEqualTo("dibao.standard.rural");
    assertThat(rural.title()).isEqualTo("农村低保标准");
    assertThat(rural.basis()).contains("社会救助暂行办法 第十条", "默认值");
    assertThat(LAW.parameter("dibao.nothing", DATE, AREA, Household.Residence.URBAN)).isNull();
    assertThat(LAW.parameter("dibao.class.urban.A", DATE, AREA, Household.Residence.URBAN))
        .as("has no value")
        .isNull();
    assertThat(LAW.parameterTitle("rigid.ratio")).isNotEqualTo("rigid.ratio");
    assertThat(LAW.parameterTitle("dibao.nothing")).isEqualTo("dibao.nothing");
  }

  @Test
  void rules_are_known_by_name_and_by_what_they_give() {
    assertThat(LAW.conditionTitle("dibao.income")).isEqualTo("低保收入条件");
    assertThat(LAW.conditionTitle("tekun.labour@a")).isEqualTo(LAW.conditionTitle("tekun.labour"));
    assertThat(LAW.conditionTitle("tekun.labour")).isNotEqualTo("tekun.labour");
    assertThat(LAW.conditionTitle("no.such@a")).isEqualTo("no.such@a");
    assertThat(LAW.isNumber("payment.base")).isTrue();
    assertThat(LAW.isNumber("dibao.income")).isFalse();
    assertThat(LAW.isNumber("no.such")).isFalse();
    assertThat(LAW.rules())
        .filteredOn(rule -> rule.id().equals("watch.risk"))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.all()).isFalse();
              assertThat(rule.tests()).hasSize(4);
              assertThat(rule.kind()).isEqualTo("condition");
              assertThat(rule.names()).contains("住房不安全", "有失学辍学");
              assertThat(rule.file().name()).endsWith("watch.yaml");
              assertThat(rule.file().line()).isPositive();
            });
  }

  @Test
  void values_of_an_area_are_read_from_its_folder(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("parameters-2025.yml"),
        "document: 达民发〔2025〕9号\nvalues:\n"
            + "  - {id: dibao.standard.rural, value: 888, area: \"650107\", article: 第一条}\n");
    Files.writeString(folder.resolve("notes.yaml"), "this: is no file of parameters\n");
    Law law = Law.load(List.of(folder));
    Determination.UsedParameter standard =
        law.parameter("dibao.standard", DATE, AREA, Household.Residence.RURAL);
    assertThat(standard).isNotNull();
    assertThat(standard.value()).isEqualTo(new BigDecimal("888"));
    assertThat(standard.basis()).isEqualTo("达民发〔2025〕9号 第一条");
    assertThat(law.hash()).isNotEqualTo(LAW.hash());
    assertThatThrownBy(() -> Law.load(List.of(folder.resolve("nowhere"))))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("--area");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Files.writeString(empty.resolve("values.yaml"), "values: []");
    assertThatThrownBy(() -> Law.load(List.of(empty)))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining("没有 parameters*.yaml");
  }

  @Test
  void values_added_later_win_and_none_added_change_nothing() {
    assertThat(LAW.with(List.of())).isSameAs(LAW);
    DatedValue value =
        new DatedValue("新值", "rigid.ratio", "0.55", DATE, DATE, AREA, "达民发〔2025〕9号", "第一条");
    Law law = LAW.with(List.of(value));
    assertThat(ratio(law, AREA, DATE)).isEqualTo("0.55");
    assertThat(ratio(law, AREA, DATE.plusDays(1))).isEqualTo("0.5");
    assertThat(ratio(law, AREA, DATE.minusDays(1))).isEqualTo("0.5");
    assertThat(ratio(LAW, AREA, DATE)).as("the law before stays").isEqualTo("0.5");
    Parameter parameter = law.parameters().find("rigid.ratio");
    assertThat(parameter).isNotNull();
    assertThat(law.parameters().history(parameter))
        .hasSize(LAW.parameters().history(parameter).size() + 1);
  }

  @Test
  void a_value_may_be_nothing_at_all_or_the_most_there_is_to_six_decimals() {
    for (String value : List.of("0", "1000000000", "0.123456", "1e3")) {
      DatedValue dated =
          new DatedValue(
              "新值", "temporaryAid.majorCeiling", value, DATE, null, AREA, "达民发〔2025〕9号", "第一条");
      Determination.UsedParameter used =
          LAW.with(List.of(dated))
              .parameter("temporaryAid.majorCeiling", DATE, AREA, Household.Residence.URBAN);
      assertThat(used).isNotNull();
      assertThat((BigDecimal) used.value()).isEqualByComparingTo(value);
      assertThat(((BigDecimal) used.value()).scale()).isNotNegative();
    }
    DatedValue more =
        new DatedValue(
            "新值", "temporaryAid.majorCeiling", "1000000001", DATE, null, AREA, "达民发〔2025〕9号", "一");
    assertThatThrownBy(() -> LAW.with(List.of(more))).isInstanceOf(BadFile.class);
  }

  @Test
  void lists_codes_truths_and_limits_are_read_as_they_stand_and_shown_as_people_say_them() {
    Law law =
        with(
            """
            document: 试验文件
            parameters:
              - {id: a.list, name: 甲, type: list, codes: [x, y], values: [{value: [y, x], article: 一}]}
              - {id: a.code, name: 乙, type: text, codes: [x, y], values: [{value: y, article: 一}]}
              - {id: a.free, name: 丙, type: text, values: [{value: 任意, article: 一}]}
              - {id: a.truth, name: 丁, type: truth, values: [{value: true, article: 一}]}
              - {id: a.no, name: 戊, type: truth, values: [{value: false, article: 一}]}
              - {id: a.limit, name: 己, type: limit, values: [{value: {days: 15, kind: working, from: acceptance}, article: 一}]}
              - {id: a.day, name: 庚, type: date, values: [{value: 2025-08-01, default: true}]}
            """);
    assertThat(shown(law, "a.list")).isEqualTo("y、x");
    assertThat(shown(law, "a.code")).isEqualTo("y");
    assertThat(shown(law, "a.free")).isEqualTo("任意");
    assertThat(shown(law, "a.truth")).isEqualTo("是");
    assertThat(shown(law, "a.no")).isEqualTo("否");
    assertThat(shown(law, "a.limit")).isEqualTo("自受理次日起15个工作日");
    assertThat(shown(law, "a.day")).isEqualTo("2025-08-01");
    Parameter list = law.parameters().find("甲");
    assertThat(list).as("by its name as well").isSameAs(law.parameters().find("a.list"));
    assertThat(law.parameters().history(list).get(0).holdsCode("x")).isTrue();
    assertThat(law.parameters().history(list).get(0).holdsCode("z")).isFalse();
    Parameter day = law.parameters().find("a.day");
    assertThat(law.parameters().history(day).get(0).basis()).isEqualTo("试验文件（默认值，未取得当地文件）");
  }

  @Test
  void limits_name_the_document_and_article_they_rest_on() {
    assertThat(basis("deadline.dibaoDelegated")).isEqualTo("民发〔2022〕83号 四（一）");
    assertThat(basis("decision.delegated")).startsWith("民发〔2022〕83号 四（一）");
    assertThat(LAW.parameters().all())
        .filteredOn(parameter -> parameter.id().startsWith("deadline.petition"))
        .hasSize(8)
        .allSatisfy(p -> assertThat(basis(p.id())).startsWith("信访工作条例 第"));
  }

  private static String basis(String id) {
    return LAW.parameters().history(LAW.parameters().find(id)).get(0).basis();
  }

  private static String shown(Law law, String id) {
    Parameter parameter = law.parameters().find(id);
    assertThat(parameter).isNotNull();
    return law.parameters().history(parameter).get(0).text();
  }
}
