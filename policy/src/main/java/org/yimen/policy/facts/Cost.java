package org.yimen.policy.facts;

/**
 * What is taken off a member's income.
 *
 * @param amount fen a month or a year
 */
public record Cost(Kind kind, Range amount, boolean yearly) {

  /** Kinds of cost. */
  public enum Kind implements Coded {
    EMPLOYMENT("employment", "必要就业成本"),
    TAX("tax", "税"),
    SOCIAL_INSURANCE("socialInsurance", "社会保险费"),
    SUPPORT_PAID("supportPaid", "付出的赡养抚养扶养费");

    private final String code;
    private final String title;

    Kind(String code, String title) {
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
}
