package org.yimen.policy.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Law;

/**
 * Every limit against a reckoning of its own, day by day from the lists that the State Council
 * published (国办发明电〔2024〕12号, the notice of 2025-11-04), which are typed here a second time.
 */
class IndependentReckoningTests {

  private static final Law LAW = Law.load(List.of());
  private static final String AREA = "650107";
  private static final int START_DAYS = 1_000;

  private static final Set<String> OFF =
      days(
          "2025-01-01 2025-01-28/8 2025-04-04/3 2025-05-01/5 2025-05-31/3 2025-10-01/8"
              + " 2026-01-01/3 2026-02-15/9 2026-04-04/3 2026-05-01/5 2026-06-19/3 2026-09-25/3"
              + " 2026-10-01/7");
  private static final Set<String> MADE_UP =
      days(
          "2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14"
              + " 2026-02-28 2026-05-09 2026-09-20 2026-10-10");

  /** Limit, length, and what is counted: w working days, d days, m months. */
  private static final String LIMITS =
      """
      deadline.acceptance 3 w
      deadline.investigation 3 w
      deadline.informationCheck 3 w
      deadline.publicNotice 7 d
      deadline.decision 10 w
      deadline.refusalNotice 3 w
      deadline.dibao 30 w
      deadline.dibaoDelegated 20 w
      deadline.dibaoSpecial 45 w
      deadline.tekunInvestigation 15 w
      deadline.tekunReinvestigation 15 w
      deadline.tekunDecision 15 w
      deadline.tekunRefusalNotice 3 w
      deadline.rigid 30 w
      deadline.rigidSpecial 45 w
      deadline.rigidValidity 12 m
      deadline.watchIdentification 15 d
      deadline.watchNotice 5 d
      deadline.watchPlan 10 d
      deadline.watchHolding 6 m
      deadline.recheck 12 m
      deadline.recheckUnstable 6 m
      deadline.memberDeath 3 m
      deadline.reportChange 3 m
      deadline.gracePeriod 6 m
      deadline.recheckDelay 6 m
      deadline.comparison 6 m
      deadline.petitionRegister 15 d
      deadline.petitionMisrouted 5 w
      deadline.petition 60 d
      deadline.petitionExtended 90 d
      deadline.petitionReviewRequest 30 d
      deadline.petitionReview 30 d
      deadline.petitionRereviewRequest 30 d
      deadline.petitionRereview 30 d
      deadline.careReassessment 10 w
      deadline.tekunEndingObjection 15 w
      deadline.tekunRecheck 12 m
      deadline.escalateDeputy 1 w
      deadline.fieldData 7 d
      deadline.escalateLeader 3 w
      deadline.escalateOffice 5 w
      """;

  private static Set<String> days(String list) {
    Set<String> days = new TreeSet<>();
    for (String part : list.split(" ")) {
      String[] run = part.split("/");
      for (int i = 0; i < (run.length == 1 ? 1 : Integer.parseInt(run[1])); i++) {
        days.add(LocalDate.parse(run[0]).plusDays(i).toString());
      }
    }
    return days;
  }

  private static boolean worked(LocalDate day) {
    if (OFF.contains(day.toString())) {
      return false;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend || MADE_UP.contains(day.toString());
  }

  private static LocalDate reckoned(LocalDate start, int length, String unit) {
    if (unit.equals("m")) {
      int month = start.getMonthValue() - 1 + length;
      LocalDate first = LocalDate.of(start.getYear() + month / 12, month % 12 + 1, 1);
      return first.withDayOfMonth(Math.min(start.getDayOfMonth(), first.lengthOfMonth()));
    }
    LocalDate day = start;
    int left = length;
    while (left > 0) {
      day = day.plusDays(1);
      left -= unit.equals("d") || worked(day) ? 1 : 0;
    }
    return day;
  }

  @Test
  void a_thousand_start_days_of_every_limit_end_on_the_day_that_counting_by_hand_gives() {
    Random random = new Random(57);
    for (int i = 0; i < START_DAYS; i++) {
      // to the end of 2028: the days off of 2027 and after are not published
      LocalDate start = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1461));
      for (String line : LIMITS.split("\\n")) {
        String[] limit = line.split(" ");
        Deadline due = LAW.clocks().due(limit[0], Course.from(start), AREA);
        LocalDate last = reckoned(start, Integer.parseInt(limit[1]), limit[2]);
        assertThat(due.due()).as(line + " from " + start).isEqualTo(last);
        assertThat(due.provisional())
            .as(line + " from " + start)
            .isEqualTo(limit[2].equals("w") && last.getYear() > 2026);
      }
    }
  }

  @Test
  void no_limit_of_the_law_is_left_out() {
    Set<String> known =
        Stream.of(LIMITS.split("\\n")).map(line -> line.split(" ")[0]).collect(Collectors.toSet());
    assertThat(LAW.parameters().all())
        .filteredOn(parameter -> parameter.id().startsWith("deadline."))
        .allSatisfy(parameter -> assertThat(known).contains(parameter.id()));
  }
}
