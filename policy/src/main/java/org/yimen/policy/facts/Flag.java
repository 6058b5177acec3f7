package org.yimen.policy.facts;

/** A yes-or-no fact of a member. */
public enum Flag implements Coded {
  SERIOUS_ILLNESS("seriousIllness", "患重特大疾病"),
  LIVE_ELSEWHERE("liveElsewhere", "不在一起生活"),
  IMPRISONED("imprisoned", "服刑"),
  COMPULSORY_DETOX("compulsoryDetox", "强制隔离戒毒"),
  MISSING("missing", "宣告失踪"),
  CONSCRIPT("conscript", "义务兵"),
  ORPHAN_SUPPORT("orphanSupport", "享受孤儿等保障"),
  DUTY_OWED("dutyOwed", "有法定赡养抚养扶养义务"),
  /** Holds contracted land or a share of what the collective distributes (民发〔2021〕43号 第十九条). */
  CONTRACTED_LAND("contractedLand", "有承包地"),
  /** Moved to a town by the state's relocation programme. */
  RELOCATED_TO_TOWN("relocatedToTown", "易地搬迁至城镇");

  private final String code;
  private final String title;

  Flag(String code, String title) {
    this.code = code;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  public int bit() {
    return 1 << ordinal();
  }

  @Override
  public String title() {
    return title;
  }
}
