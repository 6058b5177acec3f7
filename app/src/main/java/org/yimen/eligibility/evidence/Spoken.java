package org.yimen.eligibility.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody, or a household, of whom registers say something. */
interface Spoken {

  Evidence said();

  default boolean has(FactKind kind) {
    return said().has(kind);
  }

  default boolean has(FactKind kind, String code) {
    return said().has(kind, code);
  }

  default @Nullable Said first(FactKind kind) {
    return said().first(kind);
  }

  default List<Said> all(FactKind kind) {
    return said().all(kind);
  }

  /** The largest amount said under a kind; -1 where nothing is said. */
  default long amount(FactKind kind) {
    return said().most(kind);
  }
}
