package org.yimen.eligibility;

/** Where a household stands after screening: what its lists and its data say of each other. */
enum Group {
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

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  static Group of(String code) {
    for (Group group : values()) {
      if (group.code.equals(code)) {
        return group;
      }
    }
    throw new IllegalArgumentException(code);
  }
}
