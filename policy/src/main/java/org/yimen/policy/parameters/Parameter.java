package org.yimen.policy.parameters;

import java.util.List;

/**
 * A figure or choice that documents set and change.
 *
 * @param index its place among all parameters
 * @param name Chinese name, used in expressions
 * @param codes what a text or a list may hold; empty: anything
 * @param bounds within what its values make sense
 */
public record Parameter(
    int index, String id, String name, Type type, String unit, List<String> codes, Bounds bounds) {

  /** What a parameter's values are. */
  public enum Type {
    MONEY,
    NUMBER,
    TRUTH,
    DATE,
    TEXT,
    LIST,
    LIMIT
  }
}
