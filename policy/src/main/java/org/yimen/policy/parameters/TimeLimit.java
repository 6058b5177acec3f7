package org.yimen.policy.parameters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;

/**
 * How long a step may take.
 *
 * @param amount days or months, as the unit says
 * @param from the event after which it runs; the day of the event is not counted (民法典 第二百零一条)
 * @param variantOf the limit that this one stands in for, null: none
 * @param when the circumstance under which it does, null: none
 * @param pausedDuring what stops the clock while it lasts; nothing where the law does not say so
 */
public record TimeLimit(
    int amount,
    Unit unit,
    String from,
    @Nullable String variantOf,
    @Nullable String when,
    List<String> pausedDuring) {

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
    public String title() {
      return title;
    }
  }
}
