package org.yimen.casework.paper;

import org.yimen.policy.facts.Coded;

/** The papers of a case. */
public enum PaperKind implements Coded {
  RECEIPT("receipt", "受理回执", false),
  MISSING("missing", "一次性告知单", false),
  APPLICATION("application", "申请及审核确认表", true),
  AUTHORISATION("authorisation", "核对授权书", true),
  VISIT("visit", "入户调查表", true),
  NOTICE("notice", "公示单", false),
  DECISION("decision", "决定书", false),
  CHANGE("change", "复核告知书", false);

  private final String code;
  private final String title;
  private final boolean inside;

  PaperKind(String code, String title, boolean inside) {
    this.code = code;
    this.title = title;
    this.inside = inside;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether it tells what was found out of the family: for who deals with cases only. */
  boolean isInside() {
    return inside;
  }
}
