package org.yimen.eligibility.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of one person, or of a household as a whole. */
public final class Evidence {

  static final Evidence NONE = new Evidence(List.of());

  private final List<Said> said;

  /** A bit for each kind that something is said of: most questions are answered by it. */
  private final long kinds;

  private Evidence(List<Said> said) {
    this.said = said;
    long bits = 0;
    for (Said one : said) {
      bits |= 1L << one.kind().ordinal();
    }
    this.kinds = bits;
  }

  /** The list is kept as it is and must not change any more. */
  static Evidence of(List<Said> said) {
    return said.isEmpty() ? NONE : new Evidence(said);
  }

  List<Said> all() {
    return said;
  }

  boolean has(FactKind kind) {
    return (kinds & 1L << kind.ordinal()) != 0;
  }

  boolean has(FactKind kind, String code) {
    if (has(kind)) {
      for (Said one : said) {
        if (one.is(kind, code)) {
          return true;
        }
      }
    }
    return false;
  }

  @Nullable Said first(FactKind kind) {
    if (has(kind)) {
      for (Said one : said) {
        if (one.is(kind)) {
          return one;
        }
      }
    }
    return null;
  }

  List<Said> all(FactKind kind) {
    if (!has(kind)) {
      return List.of();
    }
    List<Said> found = new ArrayList<>();
    for (Said one : said) {
      if (one.is(kind)) {
        found.add(one);
      }
    }
    return found;
  }

  /** The largest amount said under a kind; -1 where nothing is said. */
  long most(FactKind kind) {
    long most = -1;
    if (has(kind)) {
      for (Said one : said) {
        if (one.is(kind)) {
          most = Math.max(most, one.amount());
        }
      }
    }
    return most;
  }
}
