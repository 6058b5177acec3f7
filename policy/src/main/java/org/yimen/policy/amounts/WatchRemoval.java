package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yimen.policy.Law;
import org.yimen.policy.clocks.Course;
import org.yimen.policy.facts.Household;

/**
 * What is looked at before a watched household's risk is marked as gone (中农组发〔2021〕7号 风险消除).
 *
 * @param identified the day it was identified
 * @param measures help that is in place
 * @param nobodyAbleToWork the whole household is without labour: it is held, never removed by
 *     itself
 * @param monthsAboveLine for how many months the income a head has been above the year's range
 * @param securitiesSolid schooling, medical care, housing and water are solid
 * @param openRisks risks that are not gone or are new
 */
public record WatchRemoval(
    LocalDate identified,
    int measures,
    boolean nobodyAbleToWork,
    int monthsAboveLine,
    boolean securitiesSolid,
    int openRisks) {

  /**
   * Why the risk can't be marked as gone on that day; empty where it can.
   *
   * @param area division code
   */
  public List<String> against(Law law, LocalDate day, String area) {
    List<String> against = new ArrayList<>();
    LocalDate until =
        law.clocks().due("deadline.watchHolding", Course.from(identified), area).due();
    if (nobodyAbleToWork) {
      against.add("整户无劳动能力，暂不标注风险消除");
    }
    if (until == null || day.isBefore(until)) {
      against.add("识别未满最短监测期，最早为" + until);
    }
    if (measures < 1) {
      against.add("还没有落实帮扶措施");
    }
    if (monthsAboveLine < stable(law, day, area)) {
      against.add("收入尚未稳定高于当年监测收入线，须满%d个月".formatted(stable(law, day, area)));
    }
    if (!securitiesSolid) {
      against.add("“三保障”和饮水安全尚未巩固");
    }
    if (openRisks > 0) {
      against.add("还有" + openRisks + "项风险没有消除");
    }
    return List.copyOf(against);
  }

  private static int stable(Law law, LocalDate day, String area) {
    var months = law.parameter("watch.stableMonths", day, area, Household.Residence.RURAL);
    if (months == null) {
      throw new IllegalStateException("watch.stableMonths has no value on " + day);
    }
    return ((BigDecimal) months.value()).intValueExact();
  }
}
