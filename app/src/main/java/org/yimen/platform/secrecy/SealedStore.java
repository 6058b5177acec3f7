package org.yimen.platform.secrecy;

/** A place where sealed things are kept; a bean of the module that keeps them. */
public interface SealedStore {

  /** What it holds, in Chinese. */
  String title();

  /**
   * Goes through everything once and seals anew what is plain or was sealed by earlier keys, in
   * steps that each stand for themselves: after a break the next pass goes on where this one ended.
   *
   * @return how many were not as they should be when it began; 0 says that all are
   */
  long pass();
}
