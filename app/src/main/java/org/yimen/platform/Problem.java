package org.yimen.platform;

/**
 * Ends a request with a problem that the user is told about; made by {@link ProblemType#because}.
 */
public final class Problem extends RuntimeException {

  private final transient ProblemType type;

  Problem(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  public ProblemType type() {
    return type;
  }
}
