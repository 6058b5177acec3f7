package org.yimen.casework.recheck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/** What a family is told, in its own words. */
@Component
class RecheckWords {

  /** 社会救助暂行办法 第六十五条. */
  static final String REMEDIES =
      "对本决定不服的，可以自收到本告知书之日起六十日内依法申请行政复议，或者六个月内依法提起行政诉讼（社会救助暂行办法第六十五条）。"
          + "家庭情况有变化的，可以随时向村（社区）或者乡镇（街道）说明，重新申请。";

  String title(Outcome outcome) {
    return switch (outcome) {
      case STOPPED -> "社会救助停发告知书";
      case REDUCED -> "社会救助减发告知书";
      case GRACE -> "社会救助渐退期告知书";
      case MOVED -> "社会救助类别变更告知书";
      case RAISED, KEPT -> "社会救助复核结果告知书";
      case ADJUSTED -> "社会救助标准调整告知书";
    };
  }

  List<String> sentences(
      Recheck recheck, Recheck.Found found, @Nullable String beforeCategory, long beforeFen) {
    List<String> sentences = new ArrayList<>();
    String before = title(beforeCategory);
    sentences.add(
        "因%s，对您家享受的“%s”（每月 %s 元）%s。"
            .formatted(
                recheck.cause().title(),
                before,
                yuan(beforeFen),
                recheck.cause() == Cause.STANDARD ? "重新计算了金额" : "进行了复核"));
    String when = when(recheck);
    sentences.add(
        switch (found.outcome()) {
          case KEPT -> "复核后保持不变，每月仍为 %s 元。".formatted(yuan(found.monthlyFen()));
          case RAISED, ADJUSTED -> "%s，每月增加到 %s 元。".formatted(when, yuan(found.monthlyFen()));
          case REDUCED -> "%s，每月减为 %s 元。".formatted(when, yuan(found.monthlyFen()));
          case STOPPED -> "%s，停止发放。".formatted(when);
          case MOVED ->
              "%s，转为“%s”%s。".formatted(when, title(found.category()), paid(found.monthlyFen()));
          case GRACE -> grace(found);
        });
    return sentences;
  }

  private static String grace(Recheck.Found found) {
    LocalDate last = found.graceUntil();
    return last == null
        ? ""
        : "您家有人就业后收入超过标准，给予渐退期：到 %s 为止照原数发放，从 %s 起停止发放，届时不再另行通知。"
            .formatted(last, month(YearMonth.from(last).plusMonths(1)));
  }

  private static String when(Recheck recheck) {
    LocalDate from = recheck.effectiveFrom();
    return from == null ? "从本告知书送达的次月起" : "从 %s 起".formatted(month(YearMonth.from(from)));
  }

  private static String month(YearMonth month) {
    return "%d 年 %d 月".formatted(month.getYear(), month.getMonthValue());
  }

  private static String paid(long fen) {
    return fen == 0 ? "，不再按月发放救助金，可以按规定享受专项救助" : "，每月 %s 元".formatted(yuan(fen));
  }

  private static String title(@Nullable String category) {
    return category == null ? "" : Coded.of(Category.class, category).title();
  }

  static String yuan(long fen) {
    return "%d.%02d".formatted(fen / 100, fen % 100);
  }
}
