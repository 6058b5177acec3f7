package org.yimen.policy.parameters;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;

/**
 * How long a step may take.
 *
 * @param amount days or months, as the unit says
 * @param from code of the {@link Event} after which it runs; the day of the event is not counted
 *     (民法典 第二百零一条)
 * @param variantOf id of the limit that this one stands in for, null: none
 * @param variantName that limit's Chinese name, null: none
 * @param when code of the {@link Circumstance} under which it does, null: none
 * @param pausedDuring codes of what stops the clock while it lasts ({@link Pause}); nothing where
 *     the law does not say so
 */
public record TimeLimit(
    int amount,
    Unit unit,
    String from,
    @Nullable String variantOf,
    @Nullable String variantName,
    @Nullable String when,
    List<String> pausedDuring) {

  /**
   * The whole of it in Chinese, its length at the end: {@code
   * 遇委托乡镇（街道）审核确认，代替“低保全流程时限”：自受理次日起20个工作日}.
   */
  public String text() {
    String stead =
        variantOf == null ? "" : "遇" + title(Circumstance.class, when) + "，代替" + base() + "：";
    String paused =
        pausedDuring.isEmpty()
            ? ""
            : pausedDuring.stream()
                .map(pause -> title(Pause.class, pause))
                .collect(Collectors.joining("、", "（", "期间停止计算）"));
    return stead + "自" + title(Event.class, from) + "次日起" + paused + amount + unit.title();
  }

  private String base() {
    return "“" + (variantName == null ? variantOf : variantName) + "”";
  }

  private static <E extends Enum<E> & Coded> String title(Class<E> type, @Nullable String code) {
    E known = code == null ? null : Coded.find(type, code);
    return known == null ? String.valueOf(code) : known.title();
  }

  /** What is counted. */
  public enum Unit implements Coded {
    WORKING("working", "个工作日"),
    CALENDAR("calendar", "日"),
    MONTHS("months", "个月");

    private final String code;
    private final String title;

    Unit(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    /** As it stands behind the number. */
    @Override
    public String title() {
      return title;
    }
  }

  /** From what limits run. */
  public enum Event implements Coded {
    REGISTRATION("registration", "登记"),
    ACCEPTANCE("acceptance", "受理"),
    REQUEST("request", "提请核对"),
    NOTICE("notice", "公示"),
    FILE("file", "收到材料"),
    DECISION("decision", "作出决定"),
    OBJECTION("objection", "收到异议"),
    CLUE("clue", "发现线索"),
    IDENTIFICATION("identification", "识别认定"),
    DUE("due", "到期"),
    REPORT("report", "报告变化"),
    DEATH("death", "成员去世"),
    CHANGE("change", "发生变化"),
    EMPLOYMENT("employment", "就业"),
    COMPARISON("comparison", "上次比对"),
    PETITION("petition", "收到信访事项"),
    RECEIPT("receipt", "收到转送"),
    ANSWER("answer", "收到答复"),
    REVIEW_REQUEST("reviewRequest", "收到复查请求"),
    REVIEW_ANSWER("reviewAnswer", "收到复查意见"),
    REREVIEW_REQUEST("rereviewRequest", "收到复核请求"),
    DOWNLOAD("download", "下载到手机");

    private final String code;
    private final String title;

    Event(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Under what one limit stands in for another. */
  public enum Circumstance implements Coded {
    DELEGATED("delegated", "委托乡镇（街道）审核确认"),
    SPECIAL("special", "特殊情况"),
    UNSTABLE_INCOME("unstableIncome", "家庭收入不稳定"),
    EXTENDED("extended", "经批准延期");

    private final String code;
    private final String title;

    Circumstance(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** During what a clock may stand still. */
  public enum Pause implements Coded {
    PUBLIC_NOTICE("publicNotice", "公示");

    private final String code;
    private final String title;

    Pause(String code, String title) {
      this.code = code;
      this.title = title;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
