package org.yimen.policy.law;

/** A language in which conditions explain themselves, with its words for what a figure is not. */
public enum Tongue {
  CHINESE("不详", "（不详）", "至多", "至少", "至"),
  UYGHUR("ئېنىق ئەمەس", "(ئېنىق ئەمەس)", "ئەڭ كۆپ ", "ئەڭ ئاز ", " – ");

  final String open;
  final String openFigure;
  final String atMost;
  final String atLeast;
  final String upTo;

  Tongue(String open, String openFigure, String atMost, String atLeast, String upTo) {
    this.open = open;
    this.openFigure = openFigure;
    this.atMost = atMost;
    this.atLeast = atLeast;
    this.upTo = upTo;
  }
}
