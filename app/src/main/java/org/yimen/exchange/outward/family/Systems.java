package org.yimen.exchange.outward.family;

/** The national systems by the ids of their descriptions. */
final class Systems {

  /** 低收入人口动态监测信息平台. */
  static final String CIVIL_AFFAIRS = "low-income";

  /** 全国防止返贫监测和衔接推进乡村振兴信息系统. */
  static final String AGRICULTURE = "return-to-poverty";

  private Systems() {}
}
