package org.yimen.demo.district;

/** The kinds of household watched against falling back into poverty. */
public enum Watch {
  NONE(""),
  UNSTABLE("脱贫不稳定户"),
  MARGINAL("边缘易致贫户"),
  SUDDEN("突发严重困难户");

  private final String label;

  Watch(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
