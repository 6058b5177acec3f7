package org.yimen.exchange.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing a row says about its person or the person's household.
 *
 * @param kind for example {@code list.dibao}; the kinds are listed in docs/spec/formats.md
 * @param amount fen for money, else a count (months, square metres)
 * @param code word of the kind's code list
 * @param detail as written in the file
 * @param from first day it holds; the first of the month where the file names only the month
 */
public record RowFact(
    Subject subject,
    String kind,
    @Nullable Long amount,
    @Nullable String code,
    @Nullable String detail,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  /** Whom the fact is about. */
  public enum Subject {
    PERSON,
    HOUSEHOLD
  }
}
