package org.yimen.platform.secrecy;

/** Something sealed that can't be opened: the wrong key, the wrong place, or changed bytes. */
public final class Unsealable extends RuntimeException {

  Unsealable(String message) {
    super(message);
  }

  Unsealable(String message, Throwable cause) {
    super(message, cause);
  }
}
