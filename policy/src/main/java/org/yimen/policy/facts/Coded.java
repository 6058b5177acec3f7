package org.yimen.policy.facts;

import org.jspecify.annotations.Nullable;

/** A value of a code list: its code in files and results, its Chinese name on pages. */
public interface Coded {
  String code();

  String title();

  /** The constant with that code, or null. */
  static <E extends Enum<E> & Coded> @Nullable E find(Class<E> type, String code) {
    for (E value : type.getEnumConstants()) {
      if (value.code().equals(code)) {
        return value;
      }
    }
    return null;
  }

  /** The constant with a code that must be there. */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    E value = find(type, code);
    if (value == null) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no code " + code);
    }
    return value;
  }
}
