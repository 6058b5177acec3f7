package org.yimen.eligibility.evidence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One fact of the register that is in force on the day of the screening.
 *
 * @param amount fen, square metres or a count; 0 where none was said
 * @param source format of the delivery that said so
 * @param recordedAt when the register was told so first
 */
public record Said(
    FactKind kind,
    long amount,
    @Nullable String code,
    @Nullable String detail,
    @Nullable LocalDate from,
    String source,
    Instant recordedAt) {

  boolean is(FactKind kind) {
    return this.kind == kind;
  }

  boolean is(FactKind kind, String code) {
    return this.kind == kind && code.equals(this.code);
  }
}
