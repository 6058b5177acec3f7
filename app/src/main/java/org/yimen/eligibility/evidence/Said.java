package org.yimen.eligibility.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the register that is in force on the day of the screening.
 *
 * @param kind as docs/spec/formats.md lists them
 * @param amount fen, square metres or a count; 0 where none was said
 * @param source format of the delivery that said so
 */
public record Said(
    String kind,
    long amount,
    @Nullable String code,
    @Nullable String detail,
    @Nullable LocalDate from,
    String source) {

  public boolean is(String kind) {
    return this.kind.equals(kind);
  }

  public boolean is(String kind, String code) {
    return this.kind.equals(kind) && code.equals(this.code);
  }
}
