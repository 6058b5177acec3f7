package org.yimen.linkage;

/** What becomes of a row. */
public enum Outcome {
  /** The row is of a person of the register. */
  LINK,
  /** A person must decide between the suggestions. */
  REVIEW,
  /** The row is of somebody the register does not hold yet. */
  NEW,
  /** The row says too little to tell anybody by it. */
  REFUSED
}
