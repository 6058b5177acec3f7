package org.yimen.policy.rule;

import java.util.Arrays;
import java.util.List;

/** Paths of one household, each once, in the order in which they were first told. */
final class FactPaths {
  private static final long[] NONE = {};
  private static final FactPath[] NOTHING = {};

  /** A bit for each of the first 64 paths of the household that is told here. */
  private long first;

  /** The same for those after the first 64. */
  private long[] others = NONE;

  private FactPath[] told = NOTHING;
  private int count;

  /** The arrays are another's as well, so that nothing may be written into them. */
  private boolean shared;

  void add(FactPath path) {
    int number = path.number();
    if (!has(number)) {
      if (shared) {
        told = told.clone();
        others = others.clone();
        shared = false;
      }
      mark(number);
      if (count == told.length) {
        told = Arrays.copyOf(told, Math.max(4, count * 2));
      }
      told[count++] = path;
    }
  }

  private boolean has(int number) {
    if (number < 64) {
      return (first >>> number & 1) != 0;
    }
    int word = (number >> 6) - 1;
    return word < others.length && (others[word] >>> number & 1) != 0;
  }

  private void mark(int number) {
    if (number < 64) {
      first |= 1L << number;
      return;
    }
    int word = (number >> 6) - 1;
    if (word >= others.length) {
      others = Arrays.copyOf(others, word + 1);
    }
    others[word] |= 1L << number;
  }

  void addAll(FactPaths more) {
    if (count == 0) {
      share(more);
      return;
    }
    for (int i = 0; i < more.count; i++) {
      add(more.told[i]);
    }
  }

  private void share(FactPaths whole) {
    first = whole.first;
    others = whole.others;
    told = whole.told;
    count = whole.count;
    shared = true;
    whole.shared = true;
  }

  List<String> texts() {
    String[] texts = new String[count];
    for (int i = 0; i < count; i++) {
      texts[i] = told[i].text();
    }
    return List.of(texts);
  }
}
