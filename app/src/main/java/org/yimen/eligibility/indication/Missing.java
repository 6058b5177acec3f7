package org.yimen.eligibility.indication;

import org.yimen.policy.facts.Coded;

/** What no file tells and the visit or the authorised check (57号 第十七条) has to find out. */
public enum Missing implements Coded {
  INCOME("income", "家庭全部收入（须授权核对）"),
  SAVINGS("savings", "存款、证券等金融资产（须授权核对）"),
  PROPERTY("property", "名下车辆、房产或经营主体的实际情况"),
  WORK("work", "无就业记录的劳动年龄成员有无工作和收入"),
  OBLIGORS("obligors", "有无赡养、抚养、扶养义务人及其能力"),
  EXPENSES("expenses", "近12个月医疗、教育等必需支出"),
  PERSONS("persons", "实际共同生活的人口");

  private final String code;
  private final String title;

  Missing(String code, String title) {
    this.code = code;
    this.title = title;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }
}
