package org.yimen.platform;

/** A failure that the person at the keyboard can act on: its Chinese message is all they see. */
public final class PlainFailure extends RuntimeException {

  public PlainFailure(String message) {
    super(message);
  }

  public PlainFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
