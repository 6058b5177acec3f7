package org.yimen.demo.district;

/** What a household is entitled to, or which list it is on. */
public enum Category {
  NONE("none"),
  TEKUN("特困"),
  DIBAO("低保"),
  MARGIN("低保边缘"),
  RIGID("刚性支出困难"),
  OTHER("其他困难(监测)");

  private final String label;

  Category(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
