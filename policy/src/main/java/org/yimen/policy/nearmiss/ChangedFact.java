package org.yimen.policy.nearmiss;

import org.yimen.policy.facts.Coded;

/** Facts that are changed to see what would follow. */
public enum ChangedFact implements Coded {
  INCOME("income", "月收入", "的月收入增加", "的月收入减少"),
  HOUSEHOLD_INCOME("householdIncome", "家庭年收入", "的全家年收入增加", "的全家年收入减少"),
  OPEN_INCOME("openIncome", "尚不清楚的收入", "的全家年收入查明为超过", "的全家年收入查明为不超过"),
  SAVINGS("savings", "金融资产", "的金融资产增加", "的金融资产减少"),
  EXPENSE("expense", "医疗等刚性支出", "近十二个月的医疗支出增加", "近十二个月的支出减少"),
  MEMBER("member", "共同生活的成员", "增加一名共同生活的未成年子女", "不再共同生活"),
  HOME("home", "住房", "多一套住房", "少一套住房"),
  VEHICLE("vehicle", "机动车", "有一辆小汽车", "没有这辆机动车"),
  BUSINESS("business", "经营主体或非居住用房", "有受限的经营主体", "没有这处经营主体或非居住用房"),
  OBLIGOR("obligor", "法定义务人", "有履行能力的义务人", "查明没有有履行能力的法定义务人"),
  RISK("risk", "返贫致贫风险", "发现返贫致贫风险（因病、因残、就业不稳等）", "已列明的返贫致贫风险全部消除"),
  HOUSING("housing", "住房安全", "的住房被鉴定为C级或D级", "的住房经修缮达到安全等级"),
  DROPOUT("dropout", "失学辍学", "有孩子失学辍学", "失学辍学的孩子复学");

  private final String code;
  private final String title;
  private final String grows;
  private final String shrinks;

  ChangedFact(String code, String title, String grows, String shrinks) {
    this.code = code;
    this.title = title;
    this.grows = grows;
    this.shrinks = shrinks;
  }

  String change(String who, boolean more) {
    return who + (more ? grows : shrinks);
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
