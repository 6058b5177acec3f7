package org.yimen.batch;

/** Why a run can't be made: a Chinese sentence that says what to do. */
public final class Refused extends RuntimeException {
  public Refused(String message) {
    super(message);
  }
}
