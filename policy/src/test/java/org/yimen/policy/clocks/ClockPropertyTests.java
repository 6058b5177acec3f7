package org.yimen.policy.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.yimen.policy.Law;

/** What must hold of any start day. */
class ClockPropertyTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final String AREA = "650107";

  @Property
  void between_start_and_the_last_day_lie_as_many_working_days_as_the_limit_says(
      @ForAll @IntRange(max = 640) int after) {
    LocalDate start = FIRST.plusDays(after);
    Deadline deadline = LAW.clocks().due("deadline.dibao", Course.from(start), AREA);
    LocalDate due = deadline.due();
    assertThat(due).isNotNull();
    assertThat(LAW.clocks().calendar().isWorked(due, AREA)).isTrue();
    assertThat(
            start
                .plusDays(1)
                .datesUntil(due.plusDays(1))
                .filter(day -> LAW.clocks().calendar().isWorked(day, AREA))
                .count())
        .isEqualTo(30);
    assertThat(deadline.provisional()).isEqualTo(due.getYear() > 2026);
  }

  @Property
  void a_later_start_never_ends_earlier(@ForAll @IntRange(max = 600) int after) {
    LocalDate start = FIRST.plusDays(after);
    LocalDate one = LAW.clocks().due("deadline.dibao", Course.from(start), AREA).due();
    LocalDate next = LAW.clocks().due("deadline.dibao", Course.from(start.plusDays(1)), AREA).due();
    assertThat(next).isAfterOrEqualTo(one);
  }
}
