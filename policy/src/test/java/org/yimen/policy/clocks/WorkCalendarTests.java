package org.yimen.policy.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose days are free where: the nation's, a region's own, and which of two arrangements wins. */
class WorkCalendarTests {
  private static final LocalDate FEAST = LocalDate.of(2027, 3, 10);
  private static final LocalDate SATURDAY = LocalDate.of(2027, 3, 13);

  private static WorkCalendar.Year year(String area, Set<LocalDate> off, Set<LocalDate> worked) {
    return new WorkCalendar.Year(2027, area, off, worked, "试验文件");
  }

  @Test
  void a_region_has_days_of_its_own_and_elsewhere_they_are_worked() {
    WorkCalendar calendar =
        new WorkCalendar(
            List.of(year("", Set.of(), Set.of()), year("65", Set.of(FEAST), Set.of(SATURDAY))));
    assertThat(calendar.isWorked(FEAST, "650107")).isFalse();
    assertThat(calendar.isWorked(FEAST, "130000")).isTrue();
    assertThat(calendar.isWorked(FEAST, "")).isTrue();
    assertThat(calendar.isWorked(SATURDAY, "650107")).isTrue();
    assertThat(calendar.isWorked(SATURDAY, "130000")).isFalse();
    assertThat(calendar.isWorked(FEAST.plusYears(1), "650107")).as("another year").isTrue();
  }

  @Test
  void the_smallest_area_is_asked_first_wherever_it_stands() {
    WorkCalendar.Year nation = year("", Set.of(FEAST), Set.of());
    WorkCalendar.Year city = year("6501", Set.of(), Set.of(FEAST));
    WorkCalendar.Year region = year("65", Set.of(FEAST), Set.of());
    for (List<WorkCalendar.Year> order :
        List.of(List.of(nation, city, region), List.of(city, region, nation))) {
      WorkCalendar calendar = new WorkCalendar(order);
      assertThat(calendar.isWorked(FEAST, "650107")).as("%s", order).isTrue();
      assertThat(calendar.isWorked(FEAST, "652300")).isFalse();
      assertThat(calendar.years()).containsExactly(city, region, nation);
    }
  }

  @Test
  void of_two_arrangements_of_a_year_the_later_wins() {
    WorkCalendar.Year first = year("", Set.of(FEAST), Set.of());
    WorkCalendar.Year second = year("", Set.of(), Set.of(FEAST));
    assertThat(new WorkCalendar(List.of(first, second)).isWorked(FEAST, "")).isTrue();
    assertThat(new WorkCalendar(List.of(second, first)).isWorked(FEAST, "")).isFalse();
  }

  @Test
  void what_only_the_earlier_arrangement_had_off_is_worked_under_the_later() {
    WorkCalendar.Year draft = year("", Set.of(FEAST), Set.of(SATURDAY));
    WorkCalendar.Year region = year("65", Set.of(FEAST.plusDays(1)), Set.of());
    WorkCalendar.Year corrected = year("", Set.of(FEAST.plusDays(2)), Set.of());
    WorkCalendar calendar = new WorkCalendar(List.of(draft, region, corrected));
    assertThat(calendar.isWorked(FEAST, "650107")).isTrue();
    assertThat(calendar.isWorked(FEAST, "")).isTrue();
    assertThat(calendar.isWorked(SATURDAY, "650107")).isFalse();
    assertThat(calendar.isWorked(FEAST.plusDays(2), "650107")).isFalse();
    assertThat(calendar.isWorked(FEAST.plusDays(1), "650107")).as("the region's own day").isFalse();
    assertThat(calendar.years()).containsExactly(region, corrected);
    assertThat(calendar.covers(FEAST, FEAST)).isTrue();
  }

  @Test
  void a_span_is_known_only_where_the_nation_has_arranged_each_of_its_years() {
    WorkCalendar calendar =
        new WorkCalendar(
            List.of(
                year("", Set.of(), Set.of()),
                new WorkCalendar.Year(2028, "65", Set.of(), Set.of(), "试验文件")));
    assertThat(calendar.covers(FEAST, FEAST)).isTrue();
    assertThat(calendar.covers(FEAST, LocalDate.of(2028, 1, 1)))
        .as("a region's own days are not the nation's year")
        .isFalse();
    assertThat(calendar.covers(LocalDate.of(2026, 12, 31), FEAST)).isFalse();
  }
}
