package org.yimen.eligibility;

/** How far an indication rests on what registers prove. */
enum Certainty {
  KNOWN("known", "依据充分"),
  LIKELY("likely", "较可能"),
  UNCLEAR("unclear", "不明确");

  private final String code;
  private final String title;

  Certainty(String code, String title) {
    this.code = code;
    this.title = title;
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }
}
