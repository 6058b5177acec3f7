package org.yimen.policy;

import org.yimen.policy.facts.Coded;

/** The categories a household can be in, in the order in which the law is asked. */
public enum Category implements Coded {
  TEKUN("tekun", "特困人员"),
  DIBAO("dibao", "最低生活保障家庭"),
  DIBAO_MARGIN("dibaoMargin", "最低生活保障边缘家庭"),
  RIGID_EXPENSE("rigidExpense", "刚性支出困难家庭"),
  OTHER_DIFFICULTY("otherDifficulty", "其他困难人员"),
  NONE("none", "不属于低收入人口"),
  UNKNOWN("unknown", "尚不能判断");

  private final String code;
  private final String title;

  Category(String code, String title) {
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
