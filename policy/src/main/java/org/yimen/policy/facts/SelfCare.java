package org.yimen.policy.facts;

/** The six indicators of self-care; true: able (民发〔2021〕43号 第二十一条). */
public record SelfCare(
    boolean eat, boolean dress, boolean bed, boolean toilet, boolean walk, boolean bathe) {

  /** How many of the six are lost. */
  public int lost() {
    return (eat ? 0 : 1)
        + (dress ? 0 : 1)
        + (bed ? 0 : 1)
        + (toilet ? 0 : 1)
        + (walk ? 0 : 1)
        + (bathe ? 0 : 1);
  }
}
