package org.yimen.linkage.text;

/** Sex as GB/T 2261.1 knows it, where it is known. */
public enum Sex {
  MALE,
  FEMALE
}
