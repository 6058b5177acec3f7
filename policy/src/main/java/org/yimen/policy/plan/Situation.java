package org.yimen.policy.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.law.Rulebook;
import org.yimen.policy.parameters.Value;

/**
 * A day at a place.
 *
 * @param values what holds there, by the parameters' index
 */
public record Situation(Rulebook book, LocalDate date, @Nullable Value[] values) {}
