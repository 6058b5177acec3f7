package org.yimen.exchange.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says.
 *
 * @param text normalised, or as written where it is doubtful
 * @param amount fen for money, a count for counts
 * @param date first day a date can mean
 * @param doubt why a person must look, Chinese
 */
record Value(String text, @Nullable Long amount, @Nullable LocalDate date, @Nullable String doubt) {
  static final Value BLANK = new Value("", null, null, null);

  static Value text(String text) {
    return text.isEmpty() ? BLANK : new Value(text, null, null, null);
  }

  static Value doubtful(String written, String doubt) {
    return new Value(written, null, null, doubt);
  }

  boolean blank() {
    return text.isEmpty();
  }

  /** There and beyond doubt: may become a fact. */
  boolean sound() {
    return doubt == null && !blank();
  }
}
