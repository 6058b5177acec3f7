package org.yimen.platform;

import java.util.List;

/**
 * A part of a list, as every list of the API answers.
 *
 * @param total how many items there are in the whole list
 * @param items those from the asked offset on
 */
public record Page<T>(long total, List<T> items) {

  /** The most items that one answer holds. */
  public static final int MOST = 500;

  /** A limit asked for, brought into 1..{@link #MOST}. */
  public static int limit(int asked) {
    return Math.max(1, Math.min(MOST, asked));
  }
}
