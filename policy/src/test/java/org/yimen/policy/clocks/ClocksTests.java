package org.yimen.policy.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.yimen.policy.Law;
import org.yimen.policy.law.RuleSource;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;

/** Deadlines as the documents count them. */
class ClocksTests {
  private static final Law LAW = Law.load(List.of());
  private static final String AREA = "650107";

  private static Deadline due(String limit, Course course) {
    return LAW.clocks().due(limit, course, AREA);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-20, 2025-01-23, 2025-02-08, 2025-02-14, 2025-02-21, 2025-03-07, 2025-03-28",
    "2025-04-25, 2025-04-29, 2025-05-13, 2025-05-20, 2025-05-27, 2025-06-11, 2025-07-02",
    "2025-09-22, 2025-09-25, 2025-10-11, 2025-10-17, 2025-10-24, 2025-11-07, 2025-11-28",
    "2025-09-24, 2025-09-28, 2025-10-14, 2025-10-21, 2025-10-28, 2025-11-11, 2025-12-02",
    "2025-10-13, 2025-10-16, 2025-10-27, 2025-11-03, 2025-11-10, 2025-11-24, 2025-12-15",
    "2025-12-22, 2025-12-25, 2026-01-06, 2026-01-13, 2026-01-20, 2026-02-03, 2026-03-02",
    "2026-02-09, 2026-02-12, 2026-02-28, 2026-03-06, 2026-03-13, 2026-03-27, 2026-04-20",
    "2026-04-28, 2026-05-06, 2026-05-14, 2026-05-21, 2026-05-28, 2026-06-11, 2026-07-03",
    "2026-09-17, 2026-09-21, 2026-10-08, 2026-10-14, 2026-10-21, 2026-11-04, 2026-11-25",
  })
  void working_days_heed_holidays_and_weekends_that_are_worked(ArgumentsAccessor row) {
    Course course = Course.from(row.get(0, LocalDate.class));
    List<LocalDate> expected =
        IntStream.rangeClosed(1, 6).mapToObj(i -> row.get(i, LocalDate.class)).toList();
    assertThat(
            List.of(
                due("deadline.investigation", course).due(),
                due("deadline.decision", course).due(),
                due("deadline.tekunDecision", course).due(),
                due("deadline.dibao", course.under("delegated")).due(),
                due("deadline.dibao", course).due(),
                due("deadline.dibao", course.under("special")).due()))
        .isEqualTo(expected);
  }

  @Test
  void each_year_of_2025_and_2026_has_248_working_days() {
    for (int year : List.of(2025, 2026)) {
      long worked =
          LocalDate.of(year, 1, 1)
              .datesUntil(LocalDate.of(year + 1, 1, 1))
              .filter(day -> LAW.clocks().calendar().isWorked(day, AREA))
              .count();
      assertThat(worked).isEqualTo(248);
    }
  }

  @Test
  void a_notice_of_seven_days_counts_every_day() {
    Deadline notice = due("deadline.publicNotice", Course.from(LocalDate.of(2025, 1, 26)));
    assertThat(notice.due()).isEqualTo("2025-02-02");
    assertThat(notice.provisional()).isFalse();
    assertThat(notice.basis()).isEqualTo("民发〔2021〕57号 第十九条");
  }

  @Test
  void the_longer_limit_holds_where_a_delegated_case_is_special() {
    Course course = Course.from(LocalDate.of(2025, 1, 20)).under("delegated", "special");
    Deadline both = due("deadline.dibao", course);
    assertThat(both.due()).isEqualTo("2025-03-28");
    assertThat(both.limit()).isEqualTo("deadline.dibaoSpecial");
    assertThat(both.basis()).isEqualTo("民发〔2021〕57号 第二十二条");
  }

  @Test
  void a_limit_into_a_year_without_a_calendar_is_provisional() {
    Deadline late = due("deadline.dibao", Course.from(LocalDate.of(2026, 12, 1)));
    assertThat(late.due()).isEqualTo("2027-01-12");
    assertThat(late.provisional()).isTrue();
    Deadline calendar = due("deadline.publicNotice", Course.from(LocalDate.of(2026, 12, 30)));
    assertThat(calendar.provisional()).as("calendar days need no calendar").isFalse();
  }

  @Test
  void months_end_on_the_same_day_or_the_last_of_the_month() {
    assertThat(due("deadline.memberDeath", Course.from(LocalDate.of(2025, 11, 30))).due())
        .isEqualTo("2026-02-28");
    assertThat(due("deadline.gracePeriod", Course.from(LocalDate.of(2025, 3, 15))).due())
        .isEqualTo("2025-09-15");
  }

  @Test
  void a_clock_stands_still_only_during_what_its_rule_names() {
    Law paused =
        withValues(
            """
            document: 测试文件
            values:
              - {id: deadline.dibao, area: "650107", article: 第一条, value: {days: 30, kind: working, from: acceptance, pausedDuring: [publicNotice]}}
            """);
    Course course = Course.from(LocalDate.of(2025, 10, 13));
    Course.Pause notice =
        new Course.Pause("publicNotice", LocalDate.of(2025, 10, 20), LocalDate.of(2025, 10, 26));
    Course.Pause lasting = new Course.Pause("publicNotice", LocalDate.of(2025, 10, 20), null);
    assertThat(paused.clocks().due("deadline.dibao", course.paused(notice), AREA).due())
        .isEqualTo("2025-12-01");
    assertThat(paused.clocks().due("deadline.dibao", course.paused(lasting), AREA).due()).isNull();
    assertThat(due("deadline.dibao", course.paused(notice)).due()).isEqualTo("2025-11-24");
  }

  @Test
  void an_area_has_its_own_days_off() {
    Law region =
        withValues(
            """
            document: 测试文件
            calendars:
              - {year: 2025, area: "65", off: [2025-03-31, {from: 2025-06-05, to: 2025-06-06}]}
            """);
    Course course = Course.from(LocalDate.of(2025, 3, 28));
    assertThat(region.clocks().due("deadline.investigation", course, AREA).due())
        .isEqualTo("2025-04-03");
    assertThat(region.clocks().due("deadline.investigation", course, "110101").due())
        .isEqualTo("2025-04-02");
  }

  @Test
  void late_is_the_day_after_the_last() {
    Deadline deadline = due("deadline.investigation", Course.from(LocalDate.of(2025, 9, 24)));
    assertThat(deadline.isLate(LocalDate.of(2025, 9, 28))).isFalse();
    assertThat(deadline.isLate(LocalDate.of(2025, 9, 29))).isTrue();
  }

  @Test
  void
      W74_a_watched_household_is_identified_in_fifteen_days_published_for_five_and_helped_in_ten() {
    Course clue = Course.from(LocalDate.of(2023, 3, 1));
    assertThat(due("deadline.watchIdentification", clue).due()).isEqualTo("2023-03-16");
    assertThat(due("deadline.watchNotice", clue).due()).isEqualTo("2023-03-06");
    assertThat(due("deadline.watchPlan", clue).due()).isEqualTo("2023-03-11");
    assertThat(due("deadline.watchPlan", clue).provisional()).as("every day counts").isFalse();
  }

  @Test
  void a_limit_that_is_not_there_is_named() {
    assertThatThrownBy(() -> due("deadline.nothing", Course.from(LocalDate.of(2025, 1, 1))))
        .hasMessageContaining("deadline.nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "values: [{id: deadline.dibao, article: 一, value: {days: 3}}] | 缺少 kind",
        "values: [{id: deadline.dibao, article: 一, value: {kind: working}}] | days 或 months",
        "values: [{id: deadline.dibao, article: 一, value: {days: 3, kind: lunar}}] | 不认识",
        "values: [{id: deadline.dibao, article: 一, value: {days: -1, kind: working}}] | 1 到 3650",
        "values: [{id: deadline.dibao, article: 一, value: {days: 3, kind: working, when: special}}] | 同时写明",
        "calendars: [{year: 2027, off: [2026-01-01]}] | 2027 年之内",
        "calendars: [{year: 2027, off: [2027-01-02], worked: [2027-01-02]}] | 既写作休息又写作上班",
        "calendars: [{year: 2027, off: [{from: 2027-01-05, to: 2027-01-02}]}] | 2027 年之内",
      })
  void a_wrong_limit_or_calendar_is_refused(String text, String problem) {
    assertThatThrownBy(() -> withValues("document: 测试文件\n" + text))
        .isInstanceOf(BadFile.class)
        .hasMessageContaining(problem);
  }

  private static Law withValues(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("test.yaml", bytes, Docs.read("test.yaml", bytes), false));
    return Law.of(sources);
  }
}
