package org.yimen.casework.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/** How days, money and categories are said on paper. */
final class Phrases {

  /** To be filled in by hand. */
  static final String DAY = "　　　　年　　月　　日";

  static final String SIGNED = "＿＿＿＿＿＿＿＿";

  private Phrases() {}

  static String day(@Nullable LocalDate day) {
    return day == null
        ? ""
        : "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  static String month(@Nullable LocalDate day) {
    return day == null ? "" : "%d年%d月".formatted(day.getYear(), day.getMonthValue());
  }

  static String yuan(long fen) {
    return "%d.%02d元".formatted(fen / 100, fen % 100);
  }

  static String category(String code) {
    return category(Coded.of(Category.class, code));
  }

  static String category(Category category) {
    return category.title();
  }
}
