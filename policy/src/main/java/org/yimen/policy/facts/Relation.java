package org.yimen.policy.facts;

/** What a person is to the applicant. */
public enum Relation implements Coded {
  APPLICANT("applicant", "申请人"),
  SPOUSE("spouse", "配偶"),
  SON("son", "儿子"),
  DAUGHTER("daughter", "女儿"),
  FATHER("father", "父亲"),
  MOTHER("mother", "母亲"),
  GRANDPARENT("grandparent", "祖父母或外祖父母"),
  GRANDCHILD("grandchild", "孙子女或外孙子女"),
  SIBLING("sibling", "兄弟姐妹"),
  FATHER_IN_LAW("fatherInLaw", "配偶的父亲"),
  MOTHER_IN_LAW("motherInLaw", "配偶的母亲"),
  SON_IN_LAW("sonInLaw", "女婿"),
  DAUGHTER_IN_LAW("daughterInLaw", "儿媳"),
  OTHER("other", "其他");

  private final String code;
  private final String title;

  Relation(String code, String title) {
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
