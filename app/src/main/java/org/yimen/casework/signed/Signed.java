package org.yimen.casework.signed;

import org.yimen.policy.facts.Coded;

/**
 * Kinds of records that are signed. What is signed is all of a record that never changes: not when
 * a decision was served or a notice taken down.
 */
public enum Signed implements Coded {
  DETERMINATION(
      "determination",
      "认定结果",
      """
      select id, application, asked, result, concat_ws('|', id, application, visit, economic_check,
        extract(epoch from made_at), made_by, law_number, law_hash, category, persons, monthly_fen)
        as shown
      from casework.determination
      """),
  DECISION(
      "decision",
      "决定",
      """
      select id, application, null::bytea as asked, null::bytea as result, concat_ws('|', id,
        application, coalesce(determination::text, '-'), confirmed, category, persons, monthly_fen,
        coalesce(paid_from::text, '-'), coalesce(valid_until::text, '-'), basis,
        extract(epoch from decided_at), decided_by, delegated, reason)
        || case when outcome in ('granted', 'refused') then '' else '|' || outcome end as shown
      from casework.decision
      """),
  NOTICE(
      "notice",
      "公示",
      """
      select id, application, null::bytea as asked, null::bytea as result, concat_ws('|', id,
        application, coalesce(determination::text, '-'), kind, area, shown_name, persons, category, monthly_fen, since,
        until) as shown
      from casework.public_notice
      """);

  private final String code;
  private final String title;
  private final String rows;

  Signed(String code, String title, String rows) {
    this.code = code;
    this.title = title;
    this.rows = rows;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** A query of all records of this kind: id, application, the sealed texts, the rest as text. */
  String rows() {
    return rows;
  }
}
