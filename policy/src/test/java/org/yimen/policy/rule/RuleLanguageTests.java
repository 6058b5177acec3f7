package org.yimen.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Problem;

/**
 * The rule language as people write it: what an expression gives, and what is wrong with others.
 */
class RuleLanguageTests {

  /** Of one farmer of 45 who earns 600 a month; the standard is 800. */
  private static final String VALUES =
      """
      1 + 2 * 3 - 4 / 2                       | 5
      (1 + 2) × 3 ÷ 9                         | 1
      （1 + 2）                               | 3
      10 - 2 - 3                              | 5
      10 － 2 − 3                             | 5
      12 / 2 / 3                              | 2
      12 * 2 / 3                              | 8
      25% * 8                                 | 2
      50元 / 2.5元                            | 20
      7.5元 - 0                               | 7.5
      家庭月收入 / 2                          | 300
      低保标准 - 家庭月收入                   | 200
      取大(2, 3) + 取大(3, 2)                 | 6
      取小(2, 3) + 取小(3, 2)                 | 4
      如果(1 < 2, 3, 4)                       | 3
      如果(1 > 2, 3, 4)                       | 4
      如果(1 < 2, 2 < 1, 1 = 1)               | false
      1 < 1                                   | false
      1 ＜ 2                                  | true
      1 <= 1                                  | true
      2 ≤ 1                                   | false
      1 > 1                                   | false
      2 ＞ 1                                  | true
      1 >= 1                                  | true
      1 ≥ 2                                   | false
      1 = 1                                   | true
      1 = 2                                   | false
      非 1 = 2                                | true
      非 非 1 = 2                             | false
      1 = 1 或 1 = 1 且 1 = 2                 | true
      (1 = 1 或 1 = 1) 且 1 = 2               | false
      1 = 2 或 1 = 3 或 1 = 1                 | true
      1 = 1 且 2 = 2 且 1 = 2                 | false
      居住地 = 农村                           | true
      居住地 = urban                          | false
      居住地 属于 [城市、rural]               | true
      居住地 属于 [城市]                      | false
      件数(成员, 年龄 = 45)                   | 1
      件数(成员, 年龄 > 45)                   | 0
      合计(成员, 年龄 * 2)                    | 90
      有(成员, 年龄 >= 45)                    | true
      有(成员, 年龄 < 45)                     | false
      确定(是农户)                            | true
      进位(12.01, 试验取整)                   | 15
      进位(15, 试验取整)                      | 15
      进位(12.01, 低保金取整)                 | 12.01
      比较(1, 试验比较, 1)                    | false
      比较(2, 试验比较, 1)                    | true
      包含(刚性支出种类, illness)             | true
      包含(刚性支出种类, living)              | false
      已规定(城市低保标准)                    | true
      已规定(城市A类金额)                     | false
      """;

  private static final String ERRORS =
      """
      1 +                                     | 表达式不完整。
      1 2                                     | “2”处看不懂，表达式应在此之前结束。
      1 != 2                                  | “!=”处看不懂
      (1 + 2                                  | 这里应有“)”，却是结尾。
      (1 + 2]                                 | 这里应有“)”，却是“]”。
      1.2.3                                   | “1.2.3”不是数字。
      1.2.3%                                  | “1.2.3%”不是数字。
      1.2.3元                                 | “1.2.3元”不是数字。
      没有的 + 1                              | 不认识的名称“没有的”。
      1 + &                                   | 不认识的名称“&”。
      是农户 且 1                             | “且”之后应为是否判断，而这里是数。
      1 且 是农户                             | “且”之前应为是否判断，而这里是数。
      是农户 或 家庭月收入                    | “或”之后应为是否判断，而这里是金额。
      今日 或 是农户                          | “或”之前应为是否判断，而这里是日期。
      非 1                                    | “非”之后应为是否判断
      低保标准 < 1                            | “<”两边一个是金额，一个是数。
      1 >= 低保标准                           | “>=”两边一个是数，一个是金额。
      低保标准 + 1                            | “+”两边一个是金额，一个是数。
      是农户 + 1                              | “+”左边应为数，而这里是是否。
      1 < 是农户                              | “<”右边应为数，而这里是是否。
      是农户 * 2                              | 左边应为数，而这里是是否。
      2 / 是农户                              | 右边应为数，而这里是是否。
      今日 - 今日                             | 日期不能相加减。
      今日 * 2                                | 日期不能相乘除。
      2 / 今日                                | 日期不能相乘除。
      低保标准 * 低保标准                     | 金额不能乘以金额。
      1 / 低保标准                            | 数不能除以金额。
      居住地 = 市区                           | 不认识的代码“市区”，可用：urban、城市、rural、农村。
      居住地 < 3                              | 代码之后应有“=”或“属于”。
      居住地 属于 (城市)                      | 这里应有“[”，却是“(”。
      居住地 属于 [城市                       | 这里应有“]”，却是结尾。
      居住地 属于 [城市 农村]                 | 这里应有“]”，却是“农村”。
      合计(家庭, 1)                           | “家庭”不是这里可以逐项计算的内容。
      合计(收入项, 1)                         | “收入项”不是这里可以逐项计算的内容。
      合计(成员 1)                            | 这里应有“,”，却是“1”。
      合计(成员, 是农户)                      | 合计(…)的每一项应为数，而这里是是否。
      合计(成员, 年龄                         | 这里应有“)”，却是结尾。
      合计(成员, 1) + 年龄                    | 不认识的名称“年龄”。
      件数(成员, 1)                           | 件数(…)的条件应为是否判断
      有(成员, 1)                             | 有(…)的条件应为是否判断
      平均(成员, 1)                           | 不认识的函数“平均”。可用：合计、
      取大(1, 低保标准)                       | “，”两边一个是数，一个是金额。
      取小(1)                                 | 这里应有“,”，却是“)”。
      如果(1, 2, 3)                           | 如果(…)的条件应为是否判断
      如果(是农户 2, 3)                       | 这里应有“,”，却是“2”。
      如果(是农户, 2 3)                       | 这里应有“,”，却是“3”。
      如果(是农户, 1, 低保标准)               | “，”两边一个是数，一个是金额。
      如果(是农户, 是农户, 1)                 | 如果(…)应为是否判断，而这里是数。
      如果(是农户, 1, 是农户)                 | “，”右边应为数，而这里是是否。
      确定(1)                                 | 确定(…)应为是否判断
      进位(是农户, 低保金取整)                | 进位(…)应为数，而这里是是否。
      进位(1, 没有)                           | 不认识的参数“没有”。
      进位(1 低保金取整)                      | 这里应有“,”
      比较(1, 没有, 2)                        | 不认识的参数“没有”。
      比较(低保标准, 刚性支出比较方式, 2)     | “刚性支出比较方式”两边一个是金额，一个是数。
      比较(1, 刚性支出比较方式 2)             | 这里应有“,”，却是“2”。
      包含(刚性支出种类, fun)                 | 参数“刚性支出种类”没有代码“fun”。
      包含(刚性支出种类 living)               | 这里应有“,”
      刚性支出种类 = living                   | 参数“刚性支出种类”不能直接比较
      已规定(没有)                            | 不认识的参数“没有”。
      """;

  private static Law law(List<String> expressions) {
    StringBuilder text =
        new StringBuilder(
            """
            document: 试验文件
            parameters:
              - {id: a.round, name: 试验取整, type: text, codes: [ceil5], values: [{value: ceil5, article: 一}]}
              - {id: a.compare, name: 试验比较, type: text, codes: [">"], values: [{value: ">", article: 一}]}
            measures:
            """);
    for (int i = 0; i < expressions.size(); i++) {
      text.append(
          "  - {id: test.e%d, name: 试验%d, article: 一, expression: \"%s\"}%n"
              .formatted(i, i, expressions.get(i)));
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    return Law.of(sources);
  }

  private static List<String> column(String table, int index) {
    return table.lines().map(line -> line.split(" \\| ")[index].strip()).toList();
  }

  private static Household farmer() {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, Range.yuan(600)))
            .build();
    return Household.of(Household.Residence.RURAL, List.of(one)).build();
  }

  @Test
  void an_expression_gives_what_it_says() {
    List<String> expressions = column(VALUES, 0);
    List<String> values = column(VALUES, 1);
    var computed = law(expressions).compute(farmer(), LocalDate.of(2025, 8, 1), "650107");
    for (int i = 0; i < expressions.size(); i++) {
      Object value = computed.ofHousehold("test.e" + i);
      String plain =
          value instanceof BigDecimal number
              ? number.stripTrailingZeros().toPlainString()
              : String.valueOf(value);
      assertThat(plain).as(expressions.get(i)).isEqualTo(values.get(i));
    }
  }

  @Test
  void what_is_wrong_with_an_expression_is_said_at_its_line() {
    List<String> expressions = column(ERRORS, 0);
    List<String> messages = column(ERRORS, 1);
    BadFile bad = catchThrowableOfType(BadFile.class, () -> law(expressions));
    Map<Integer, String> told = new HashMap<>();
    for (Problem problem : bad.problems()) {
      assertThat(told.put(problem.line(), problem.message())).as("told once").isNull();
    }
    for (int i = 0; i < expressions.size(); i++) {
      assertThat(told.get(6 + i))
          .as(expressions.get(i))
          .startsWith("规则“test.e" + i + "”：" + messages.get(i));
    }
  }
}
