package org.yimen.policy.plan;

import org.jspecify.annotations.Nullable;
import org.yimen.policy.Finding;
import org.yimen.policy.columns.Place;

/**
 * What a plan knows of a three-valued column.
 *
 * @param slot where the column will be; -1: a constant
 * @param constant null: not the same for every row
 * @param negated met where the column is not, and the other way round
 */
record Tru(int slot, @Nullable Place place, @Nullable Finding constant, boolean negated) {

  static Tru of(int slot, Place place) {
    return new Tru(slot, place, null, false);
  }

  static Tru constant(Finding finding) {
    return new Tru(-1, null, finding, false);
  }

  boolean is(Finding finding) {
    return constant == finding;
  }
}
