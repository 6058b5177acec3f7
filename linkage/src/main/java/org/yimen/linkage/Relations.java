package org.yimen.linkage;

import org.jspecify.annotations.Nullable;

/** Relations to the head of household (GB/T 4761), reduced to what two offices agree on. */
final class Relations {
  static final byte UNKNOWN = 0;
  static final byte HEAD = 1;
  private static final byte SPOUSE = 2;
  private static final byte CHILD = 3;
  private static final byte GRANDCHILD = 4;
  private static final byte PARENT = 5;
  private static final byte OTHER = 6;

  private Relations() {}

  static byte code(@Nullable String relation) {
    if (relation == null || relation.length() != 2) {
      return UNKNOWN;
    }
    return switch (relation.charAt(0)) {
      case '0' -> HEAD;
      case '1' -> SPOUSE;
      case '2', '3' -> CHILD;
      case '4' -> GRANDCHILD;
      case '5' -> PARENT;
      default -> OTHER;
    };
  }
}
