package org.yimen.eligibility.values;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value has come in force, and whom it touches is kept.
 *
 * @param to its last day, null: until another follows
 * @param by the user who decided
 */
public record ValueInForce(LocalDate from, @Nullable LocalDate to, String by) {}
