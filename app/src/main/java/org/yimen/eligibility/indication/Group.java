package org.yimen.eligibility.indication;

import org.yimen.policy.facts.Coded;

/** Where a household stands after screening: what its lists and its data say of each other. */
public enum Group implements Coded {
  LISTED_AGREES("listedAgrees", "在册相符"),
  LISTED_CONTRADICTED("listedContradicted", "在册存疑"),
  LISTED_OTHER("listedOther", "类别待调"),
  UNLISTED_LIKELY("unlistedLikely", "可能漏保"),
  UNLISTED_UNCLEAR("unlistedUnclear", "信息不足"),
  UNLISTED_NOT("unlistedNot", "暂不符合");

  private final String code;
  private final String title;

  Group(String code, String title) {
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
