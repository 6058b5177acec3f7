package org.yimen.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.law.RulebookReader;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.plan.Plan;
import org.yimen.policy.plan.TooLarge;
import org.yimen.policy.rule.Definition;

/**
 * Finds the value of the law for which numbers might not fit, and which values would: the same with
 * fewer decimals, or a smaller one. A value read late, as those of areas are, is to be changed
 * rather than one read early.
 */
final class TooLargeValue {
  private final Rulebook book;
  private final LocalDate day;
  private final @Nullable Value[] values;

  TooLargeValue(Rulebook book, LocalDate day, String area) {
    this.book = book;
    this.day = day;
    this.values = book.parameters().on(day, area);
  }

  /** What is to be told: the value and what may stand in its place, or else the rule. */
  RulebookReader.Refusal refusal(Definition rule, TooLarge problem) {
    for (Value value : latestFirst()) {
      BigDecimal most = fits(value);
      if (most != null) {
        String message =
            "参数“%s”的值%s算不下：规则“%s”%s。这个值可用%s"
                .formatted(
                    id(value), plain(value), rule.id(), problem.getMessage(), allowed(value, most));
        return new RulebookReader.Refusal(rule, day, value, message);
      }
    }
    return new RulebookReader.Refusal(rule, day, null, String.valueOf(problem.getMessage()));
  }

  private List<Value> latestFirst() {
    List<Value> numbers = new ArrayList<>();
    for (Value value : values) {
      if (value != null && value.raw() instanceof BigDecimal) {
        numbers.add(value);
      }
    }
    numbers.sort(Comparator.comparing(book.parameters()::order).reversed());
    return numbers;
  }

  private static String allowed(Value value, BigDecimal fits) {
    int decimals = ((BigDecimal) value.raw()).scale();
    return decimals > 0
        ? "最多 %d 位小数，例如 %s".formatted(Math.max(0, fits.scale()), fits.toPlainString())
        : "不超过 " + fits.toPlainString() + " 的数";
  }

  /** The nearest value that can be reckoned with, null where it isn't for this value. */
  private @Nullable BigDecimal fits(Value value) {
    BigDecimal number = (BigDecimal) value.raw();
    for (int decimals = number.scale() - 1; decimals >= 0; decimals--) {
      BigDecimal shorter = number.setScale(decimals, RoundingMode.HALF_UP);
      if (fits(value, shorter)) {
        return shorter;
      }
    }
    for (int digits = number.precision() - 1; number.scale() <= 0 && digits > 0; digits--) {
      BigDecimal smaller = BigDecimal.ONE.movePointRight(digits - 1);
      if (fits(value, smaller)) {
        return smaller;
      }
    }
    return null;
  }

  private boolean fits(Value value, BigDecimal other) {
    @Nullable Value[] tried = values.clone();
    for (int i = 0; i < tried.length; i++) {
      if (tried[i] == value) {
        tried[i] = Value.of(other, value.from(), value.to(), value.area(), value.basis());
      }
    }
    try {
      Plan.of(book, day, tried);
      return true;
    } catch (TooLarge e) {
      return false;
    }
  }

  private String id(Value value) {
    for (Parameter parameter : book.parameters().all()) {
      if (values[parameter.index()] == value) {
        return parameter.id();
      }
    }
    throw new IllegalStateException("a value of no parameter");
  }

  private static String plain(Value value) {
    return ((BigDecimal) value.raw()).toPlainString();
  }
}
