package org.yimen.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yimen.policy.Law;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/** How much a case file may say: the last value that is taken, and the first that is not. */
class CaseBoundsTests {
  private static final Law LAW = Law.load(List.of());

  /** Parameters in line 5, the household's facts in line 7, the member's in line 9. */
  private static final String CASE =
      """
      cases:
        - name: "a case"
          date: 2025-08-01
          area: "650107"
          parameters: {%s}
          household:
            {residence: urban, %s
            members: [{id: a, relation: applicant, birthDate: 1980-05-01
            %s}%s]}
      """;

  private static List<Problem> problems(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    BadFile bad = catchThrowableOfType(BadFile.class, () -> CaseFile.read(LAW, "案例.yaml", bytes));
    return bad == null ? List.of() : bad.problems();
  }

  private static String one(String parameters, String household, String member) {
    return CASE.formatted(parameters, household, member, "");
  }

  private static String times(int count, String item) {
    return "[" + String.join(", ", Collections.nCopies(count, item)) + "]";
  }

  private static final String PERSON =
      """
      income: [{kind: wage, monthly: 1000000000}]      | income: [{kind: wage, monthly: 1000000000.01}]     | 太大
      income: [{kind: business, yearly: -1000000000}]  | income: [{kind: business, yearly: -1000000000.01}] | 太大
      income: [{kind: wage, monthly: 0}]               | income: [{kind: wage, monthly: -0.01}]             | 不能是负数
      income: [{kind: gift, yearly: 1, from: 2025-02-01, to: 2025-02-01}] | income: [{kind: gift, yearly: 1, from: 2025-02-01, to: 2025-01-31}] | 早于
      income: [{kind: gift, yearly: 1}]                | income: [{kind: gift, yearly: 1, day: 3}]          | 不认识的键“day”
      income: [{kind: gift, yearly: 1}]                | income: [{yearly: 1}]                              | 缺少必填的“kind”
      costs: [{kind: tax, yearly: 1}]                  | costs: [{kind: tax, yearly: 1, day: 3}]            | 不认识的键“day”
      costs: [{kind: tax, yearly: 1}]                  | costs: [{kind: tax, yearly: 1, monthly: 1}]        | 只能写一个
      costs: [{kind: tax, yearly: 1}]                  | costs: [{yearly: 1}]                               | 缺少必填的“kind”
      expenses: [{kind: medical, amount: 0}]           | expenses: [{kind: medical, amount: 1, day: 3}]     | 不认识的键“day”
      expenses: [{kind: medical, amount: 0}]           | expenses: [{amount: 1}]                            | 缺少必填的“kind”
      property: [{kind: deposit, value: 0}]            | property: [{kind: deposit, value: 1, day: 3}]      | 不认识的键“day”
      property: [{kind: home, selfLived: false}]       | property: [{kind: home, selfLived: 3}]             | true 或 false
      property: [{kind: home, areaSquareMetres: 0}]    | property: [{kind: home, areaSquareMetres: -1}]     | 不能是负数
      property: [{kind: nonResidential, areaSquareMetres: 0}] | property: [{kind: nonResidential, areaSquareMetres: -1}] | 不能是负数
      property: [{kind: claim, value: 1}]              | property: [{kind: claim}]                          | 缺少必填的“value”
      property: [{kind: vehicle, type: car}]           | property: [{kind: vehicle, type: car, familyRun: true}] | 不认识的键“familyRun”
      property: [{kind: business, employees: 1000000}] | property: [{kind: business, employees: 1000001}]   | 0 到 1000000
      property: [{kind: business, employees: 0}]       | property: [{kind: business, employees: -1}]        | 0 到 1000000
      disability: {category: visual, level: 1}         | disability: {category: visual, level: 0}           | 1 到 4
      disability: {category: visual, level: 4}         | disability: {category: visual}                     | 缺少必填的“level”
      disability: []                                   | disability: {level: 1}                             | 缺少必填的“category”
      disability: []                                   | disability: {category: visual, level: 1, day: 3}   | 不认识的键“day”
      livesTogetherMonths: 2400                        | livesTogetherMonths: 2401                          | 0 到 2400
      livesTogetherMonths: 0                           | livesTogetherMonths: -1                            | 0 到 2400
      clergyYears: 0                                   | clergyYears: -1                                    | 不能是负数
      selfCare: {}                                     | selfCare: {eat: 3}                                 | true 或 false
      obligors: [{birthDate: 2025-08-01}]              | obligors: [{birthDate: 2025-08-02}]                | 晚于认定日期
      obligors: [{familySize: 1}]                      | obligors: [{familySize: 0}]                        | 1 到 100
      obligors: [{familySize: 100}]                    | obligors: [{familySize: 101}]                      | 1 到 100
      obligors: [{supportedPersons: 100}]              | obligors: [{supportedPersons: 101}]                | 1 到 100
      obligors: [{childrenCount: 0}]                   | obligors: [{childrenCount: -1}]                    | 0 到 100
      obligors: [{propertyWithinRule: true}]           | obligors: [{propertyWithinRule: 1}]                | true 或 false
      obligors: [{}]                                   | obligors: [{hobby: 1}]                             | 不认识的键“hobby”
      """;

  private static final String HOUSEHOLD =
      """
      uninsuredMembers: 200               | uninsuredMembers: 201               | 0 到 200
      uninsuredMembers: 0                 | uninsuredMembers: -1                | 0 到 200
      water: {metresUp: 0}                | water: {metresUp: -1}               | 不能是负数
      water: {}                           | water: {metres: 1}                  | 不认识的键“metres”
      water: {qualitySafe: false}         | water: {qualitySafe: 1}             | true 或 false
      risks: []                           | risks: [hunger]                     | 不认识“hunger”
      farmer: true                        | farmer: 1                           | true 或 false
      class: C                            | class: D                            | 不认识“D”
      housingGrade: D                     | housingGrade: E                     | 不认识“E”
      dropout: false                      | dropouts: false                     | 不认识的键“dropouts”
      """;

  private static final String PARAMETERS =
      """
      deadline.any: {days: 3650, kind: working, from: x} | deadline.any: {days: 3651}       | 0 到 3650
      deadline.any: {days: 0}                            | deadline.any: {days: -1}         | 0 到 3650
      deadline.any: {}                                   | deadline.any: {day: 1}           | 不认识的键“day”
      deadline.any: {kind: working}                      | deadline.any: {kind: [a]}        | 应为文字
      rigid.ratio: 1000000000                            | rigid.ratio: 1000000001          | 应在 0 到
      rigid.ratio: 0.123456                              | rigid.ratio: 0.1234567           | 最多六位小数
      rigid.ratio: 0                                     | 刚性支出比例: 0                  | 没有名为“刚性支出比例”
      """;

  private static void lastAndFirst(String taken, String refused, String message, int line) {
    assertThat(problems(taken)).isEmpty();
    assertThat(problems(refused))
        .hasSize(1)
        .allSatisfy(
            problem -> {
              assertThat(problem.message()).contains(message).endsWith("。");
              assertThat(problem.line()).isEqualTo(line);
            });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = PERSON)
  void of_a_person(String taken, String refused, String message) {
    lastAndFirst(one("", "", ", " + taken), one("", "", ", " + refused), message, 9);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = HOUSEHOLD)
  void of_a_household(String taken, String refused, String message) {
    lastAndFirst(one("", taken + ",", ""), one("", refused + ",", ""), message, 7);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = PARAMETERS)
  void of_a_parameter(String taken, String refused, String message) {
    lastAndFirst(one(taken, "", ""), one(refused, "", ""), message, 5);
  }

  @ParameterizedTest
  @CsvSource({"650107, 65010", "650107200200, 6501072002001", "000000, 65010x"})
  void of_an_area(String taken, String refused) {
    String text = one("", "", "");
    lastAndFirst(text.replace("650107", taken), text.replace("650107", refused), "6 至 12 位数字", 4);
  }

  @Test
  void a_thousand_items_of_a_kind_and_no_more() {
    for (String list :
        List.of(
            "income: %s# {kind: wage, monthly: 1}",
            "costs: %s# {kind: tax, monthly: 1}",
            "expenses: %s# {kind: other, amount: 1}",
            "property: %s# {kind: home}",
            "disability: %s# {category: visual, level: 1}",
            "obligors: %s# {}")) {
      String[] parts = list.split("# ");
      String most = ", " + parts[0].formatted(times(1000, parts[1]));
      String more = ", " + parts[0].formatted(times(1001, parts[1]));
      lastAndFirst(one("", "", most), one("", "", more), "最多 1000 项", 9);
    }
  }

  private static String others(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ", {id: b%d, relation: other, birthDate: 2025-08-01}".formatted(i))
        .collect(Collectors.joining());
  }

  @Test
  void two_hundred_members_and_no_more_and_not_nobody() {
    lastAndFirst(
        CASE.formatted("", "", "", others(199)),
        CASE.formatted("", "", "", others(200)),
        "1 至 200 人",
        8);
    String nobody = one("", "", "").replaceAll("(?s)members: \\[.*\\]", "members: []");
    assertThat(problems(nobody).get(0).message()).contains("1 至 200");
  }

  @Test
  void an_id_of_visible_letters_up_to_sixty_four() {
    for (String id : List.of("x", "a b", "甲" + "乙".repeat(63))) {
      assertThat(problems(one("", "", "").replace("id: a", "id: '" + id + "'"))).isEmpty();
    }
    for (String id : List.of(" ", "x".repeat(65), "a\\u200Bb", "a\\u2028b", "a\\nb")) {
      assertThat(problems(one("", "", "").replace("id: a", "id: \"" + id + "\"")))
          .extracting(Problem::message)
          .containsExactly("成员的 id 应为 1 至 64 个可见的字。");
    }
  }

  @Test
  void nobody_is_born_after_the_day() {
    String text = one("", "", "");
    lastAndFirst(
        text.replace("1980-05-01", "2025-08-01"),
        text.replace("1980-05-01", "2025-08-02"),
        "出生日期 2025-08-02 晚于认定日期",
        8);
  }

  @Test
  void columns_of_the_income_table_go_by_the_letters_of_the_case_format() {
    String text =
        one(
            "income.counted.D.gift: true, income.counted.T.gift: false, income.counted.N.gift: true",
            "",
            "");
    PolicyCase one = CaseFile.read(LAW, "案例.yaml", text.getBytes(StandardCharsets.UTF_8)).get(0);
    assertThat(one.replaced().keySet())
        .extracting(Parameter::id)
        .containsExactly(
            "income.counted.dibao.gift", "income.counted.tekun.gift", "income.counted.net.gift");
    assertThat(one.replaced().values()).allMatch(value -> value.basis().equals("case"));
  }

  @Test
  void problems_say_in_which_case_and_of_which_member_they_are() {
    String second =
        one("", "", "").replace("cases:\n", "")
            + one("", "", ", sex: x").replace("cases:\n", "")
            + one("rigid.ratio: -1", "", "").replace("cases:\n", "")
            + "  - 3\n";
    assertThat(problems("cases:\n" + second))
        .extracting(Problem::place)
        .containsExactly("cases[1].household.members[0]", "cases[2]", "cases[3]");
    assertThat(problems("cases: []\n")).extracting(Problem::place).containsExactly("");
  }
}
