package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.OnPostgres;

/** What is said of each household of the {@link Hamlet}. */
@OnPostgres
class ScreeningGroupsTests {

  @Autowired JdbcClient jdbc;

  private record Row(
      String groupCode,
      String suggestedCategory,
      String certainty,
      int worth,
      String reason,
      String[] missing,
      String[] against) {}

  @BeforeAll
  static void screen(@Autowired DataSource dataSource, @Autowired ApplicationContext context) {
    Hamlet.settle(dataSource);
    Screenings.run(context, Hamlet.TODAY);
  }

  private Row row(long household) {
    return jdbc.sql(
            """
            select group_code, suggested_category, certainty, worth, reason, missing, against
            from eligibility.current_screening where household = :id
            """)
        .param("id", household)
        .query(
            (row, n) ->
                new Row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    row.getString(5),
                    (String[]) row.getArray(6).getArray(),
                    (String[]) row.getArray(7).getArray()))
        .single();
  }

  @ParameterizedTest(name = "household {0} stands in {1}")
  @CsvSource({
    "1, listedAgrees, dibao, likely, 在低保名册，没有数据与之相反。",
    "2, listedContradicted, none, likely, 在低保名册，但张20名下有小型汽车，请核实。",
    "3, listedContradicted, unknown, known, '在低保名册，但参保缴费工资合计每月2,000元，人均1,000元，已不低于低保的800元，请核实。'",
    "4, listedOther, dibao, likely, 在低保边缘名册，数据指向最低生活保障家庭：民政台账登记家庭人均月收入500元，请复核类别。",
    "5, unlistedLikely, dibao, likely, 不在救助名册；防止返贫监测系统登记家庭人均月收入500元，低于低保标准800元，未查到车辆、经营主体或其他房产；存款未核对。",
    "6, unlistedUnclear, unknown, unclear, 不在救助名册；没有文件记载家庭全部收入。",
    "7, unlistedNot, none, known, '不在救助名册；已知参保缴费工资人均每月9,000元，高于各类界线。'",
    "8, listedContradicted, none, known, 在册人员均已故，低保未按月停止，请核实后按程序终止。",
    "9, unlistedLikely, dibaoMargin, likely, '不在救助名册；防止返贫监测系统登记家庭人均月收入1,000元，低于低保边缘线1,200元，未查到车辆、经营主体或其他房产；存款未核对。'",
    "10, listedAgrees, tekun, unclear, 在特困供养名册，没有数据与之相反。",
    "11, listedAgrees, otherDifficulty, unclear, 在防止返贫监测名册，没有数据与之相反。",
    "12, listedContradicted, unknown, likely, '在低保名册，但现发低保金每月600元，按补差折算核定收入每月1,000元，而参保缴费工资合计已有1,500元，请核实。'",
    "14, listedAgrees, dibao, likely, 在低保名册，没有数据与之相反。"
  })
  void each_household_stands_in_its_group_with_its_reason(
      long household, String group, String suggested, String certainty, String reason) {
    Row row = row(household);
    assertThat(row.reason()).isEqualTo(reason);
    assertThat(row.groupCode()).isEqualTo(group);
    assertThat(row.suggestedCategory()).isEqualTo(suggested);
    assertThat(row.certainty()).isEqualTo(certainty);
  }

  @Test
  void somebody_able_without_any_record_is_asked_about_where_little_is_too_much() {
    Row row = row(Hamlet.IDLE);
    assertThat(row.groupCode()).isEqualTo("listedContradicted");
    assertThat(row.certainty()).isEqualTo("likely");
    assertThat(row.reason()).contains("张131等1名劳动年龄成员无就业、失业登记");
    assertThat(row.missing()).containsExactly("work");
  }

  @Test
  void what_speaks_against_a_list_is_kept_as_a_sentence_and_the_visit_asks_about_it() {
    assertThat(row(Hamlet.CAR).against()).containsExactly("张20名下有小型汽车");
    assertThat(row(Hamlet.CAR).missing()).containsExactly("property");
    assertThat(row(Hamlet.WAGES).missing()).containsExactly("income");
  }

  @Test
  void what_no_file_tells_is_named_where_an_entitlement_is_likely_or_unclear() {
    assertThat(row(Hamlet.LIKELY).missing()).containsExactly("income", "savings", "obligors");
    assertThat(row(Hamlet.UNCLEAR).missing())
        .containsExactly("income", "savings", "work", "obligors");
    assertThat(row(Hamlet.NOT).missing()).isEmpty();
  }

  @Test
  void households_are_sorted_by_how_worth_a_visit_they_are() {
    List<Long> sorted =
        jdbc.sql("select household from eligibility.current_screening order by worth desc")
            .query(Long.class)
            .list();
    assertThat(sorted.get(0)).isEqualTo(Hamlet.DESERTED);
    assertThat(sorted.indexOf(Hamlet.WAGES)).isLessThan(sorted.indexOf(Hamlet.CAR));
    assertThat(sorted.indexOf(Hamlet.CAR)).isLessThan(sorted.indexOf(Hamlet.OTHER));
    assertThat(sorted.indexOf(Hamlet.LIKELY)).isLessThan(sorted.indexOf(Hamlet.ELSEWHERE));
    assertThat(sorted.indexOf(Hamlet.ELSEWHERE)).isLessThan(sorted.indexOf(Hamlet.UNCLEAR));
    assertThat(sorted.indexOf(Hamlet.UNCLEAR)).isLessThan(sorted.indexOf(Hamlet.NOT));
    assertThat(Arrays.asList(row(Hamlet.NOT).worth(), row(Hamlet.AGREES).worth()))
        .allMatch(worth -> worth < 20);
  }
}
