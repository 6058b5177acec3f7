package org.yimen.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.parameters.TimeLimit;

/** Says in one sentence why a limit ends when it does, and who has to act. */
@Component
public class LimitSentence {

  private static final Map<String, String> EVENTS =
      Map.of(
          "registration", "登记",
          "acceptance", "受理",
          "request", "提请核对",
          "file", "收到材料",
          "decision", "作出决定",
          "objection", "收到异议",
          "notice", "公示",
          "death", "成员去世");

  private static final Map<String, String> LENGTHENING =
      Map.of(
          "objection", "公示有异议",
          "hukouSplit", "人户分离",
          "otherPlace", "异地申请",
          "hardInvestigation", "调查难度大");

  private final LawInForce inForce;

  LimitSentence(LawInForce inForce) {
    this.inForce = inForce;
  }

  /**
   * A limit that runs.
   *
   * @param held id of the limit or variant that holds
   * @param holder who has the case, in words
   * @param circumstances of the case
   */
  public record Running(
      String held,
      String name,
      String basis,
      LocalDate since,
      @Nullable LocalDate due,
      boolean provisional,
      String area,
      String holder,
      List<String> circumstances) {}

  /** Which limit, since when, how long, by which article, how it stands, and with whom. */
  public String of(Running one, LocalDate today) {
    TimeLimit limit = inForce.law().clocks().limit(one.held(), one.since(), one.area());
    String event = limit == null ? "起算" : EVENTS.getOrDefault(limit.from(), "起算");
    String length = limit == null ? "" : limit.amount() + limit.unit().title();
    return "%s：%s%s，次日起算%s，%s（%s）；%s，现由%s办理。%s%s"
        .formatted(
            one.name(),
            one.since(),
            event,
            length.isEmpty() ? "" : " " + length,
            one.due() == null ? "停表" : one.due() + " 到期",
            one.basis(),
            standing(one.due(), today),
            one.holder(),
            variant(limit, one.circumstances()),
            provisional(one));
  }

  private static String standing(@Nullable LocalDate due, LocalDate today) {
    if (due == null) {
      return "暂不计时";
    }
    long days = ChronoUnit.DAYS.between(due, today);
    if (days > 0) {
      return "已逾期 " + days + " 天";
    }
    return days == 0 ? "今天到期" : "还有 " + -days + " 天";
  }

  private static String variant(@Nullable TimeLimit limit, List<String> circumstances) {
    String when = limit == null ? null : limit.when();
    if ("special".equals(when)) {
      return circumstances.stream()
          .map(one -> LENGTHENING.getOrDefault(one, one))
          .collect(Collectors.joining("、", "因", "，按特殊情况延长。"));
    }
    return "delegated".equals(when) ? "本地委托乡镇（街道）确认，按较短的时限。" : "";
  }

  private static String provisional(Running one) {
    return one.provisional()
        ? "跨入的年份（至 %d 年）放假安排尚未公布，只扣除周末，暂定。"
            .formatted(Objects.requireNonNullElse(one.due(), one.since()).getYear())
        : "";
  }
}
