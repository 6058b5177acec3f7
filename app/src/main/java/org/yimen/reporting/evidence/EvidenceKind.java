package org.yimen.reporting.evidence;

/**
 * A file of the evidence: a row a line, in the order of its keys. Holds no name, no number of a
 * person and no text that somebody typed; docs/spec/evidence.md describes each field.
 */
enum EvidenceKind {
  APPLICATIONS(
      "applications",
      """
      select id, number, area, handed_in as "handedIn", applied_for as "appliedFor", consent,
        relative_of <> '' as "relativeOfStaff", circumstances, state, accepted_on as "acceptedOn",
        category, spot_check as "spotCheck", registered_at as "registeredAt"
      from casework.application where kind = 'application' order by id
      """),
  STEPS(
      "steps",
      """
      select id, application, step, from_state as "fromState", to_state as "toState", at, who, unit
      from casework.step s
      where exists (
        select from casework.application a where a.id = s.application and a.kind = 'application')
      order by application, id
      """),
  CLOCKS(
      "clocks",
      """
      select id, application, held as "limit", since, due, provisional, stopped_on as "stoppedOn"
      from casework.clock order by id
      """),
  AUTHORISATIONS(
      "authorisations",
      """
      select application, kind, signed_on as "signedOn"
      from casework.authorisation where taken_back_at is null order by application, kind, name
      """),
  CHECKS(
      "checks",
      """
      select id, application, asked_at as "askedAt", started_at as "startedAt",
        answered_at as "answeredAt", passes, told_on as "toldOn", contested
      from casework.economic_check order by id
      """),
  VISITS(
      "visits",
      """
      select id, application, kind, visited_at as "visitedAt",
        (select count(distinct one) from unnest(investigators) one) as investigators,
        signed_by <> '' as signed, recorded_at as "recordedAt", recorded_by as "recordedBy"
      from casework.visit where not late order by application, recorded_at, id
      """),
  DETERMINATIONS(
      "determinations",
      """
      select id, application, visit, economic_check as "check", made_at as "madeAt",
        made_by as "madeBy", law_number as "lawNumber", law_hash::text as "lawHash", category,
        persons, monthly_fen as "monthlyFen"
      from casework.determination order by id
      """),
  NOTICES(
      "notices",
      """
      select id, application, determination, kind, persons, category, monthly_fen as "monthlyFen",
        since, until, taken_down_at as "takenDownAt"
      from casework.public_notice order by id
      """),
  OBJECTIONS(
      "objections",
      """
      select id, application, notice, raised_on as "raisedOn", assembly_on as "assemblyOn",
        settled_on as "settledOn", upheld
      from casework.objection order by id
      """),
  DECISIONS(
      "decisions",
      """
      select id, application, determination, confirmed, category, persons,
        monthly_fen as "monthlyFen", paid_from as "paidFrom", valid_until as "validUntil",
        decided_at as "decidedAt", decided_by as "decidedBy", delegated, served_on as "servedOn"
      from casework.decision where outcome in ('granted', 'refused') order by id
      """),
  RECOGNITIONS(
      "recognitions",
      """
      select id, decision, application, person, category, valid_from as "validFrom",
        valid_to as "validTo"
      from casework.recognition order by id
      """),
  RECHECKS(
      "rechecks",
      """
      select r.application as id, a.number, s.application, r.cause, r.happened_on as "happenedOn",
        a.state, r.determination, r.outcome, r.category, r.persons, r.monthly_fen as "monthlyFen",
        r.grace_until as "graceUntil", r.needs_notice as "needsNotice",
        r.effective_from as "effectiveFrom", a.registered_at as "openedAt"
      from casework.recheck r
      join casework.application a on a.id = r.application
      join casework.standing s on s.id = r.standing
      order by r.application
      """),
  RECHECK_STEPS(
      "recheck-steps",
      """
      select s.id, s.application as recheck, step, from_state as "fromState", to_state as "toState",
        at, who, unit
      from casework.step s join casework.recheck r on r.application = s.application
      order by s.application, s.id
      """),
  RECHECK_DECISIONS(
      "recheck-decisions",
      """
      select d.id, d.application as recheck, d.determination, d.outcome, d.category, d.persons,
        d.monthly_fen as "monthlyFen", coalesce(d.paid_from, r.effective_from) as "paidFrom",
        d.decided_at as "decidedAt",
        d.decided_by as "decidedBy", d.delegated, d.served_on as "servedOn"
      from casework.decision d join casework.recheck r on r.application = d.application
      order by d.id
      """),
  SPOT_CHECK_DRAWS(
      "spot-check-draws",
      """
      select application, at, sent, drawn_so_far as "drawnSoFar", number, because
      from casework.spot_check_draw order by application
      """),
  ENTITLEMENTS(
      "entitlements",
      """
      select e.id, s.application, e.decision, e.person, e.item, e.monthly_fen as "monthlyFen",
        e.from_month as "fromMonth", e.to_month as "toMonth", e.closed_by as "closedBy"
      from casework.entitlement e join casework.standing s on s.id = e.standing
      order by e.id
      """),
  TAKEOVERS(
      "takeovers",
      """
      select a.id, a.number, a.area, a.category, a.registered_at as "takenOverAt",
        a.registered_by as "takenOverBy"
      from casework.application a where a.kind = 'takenOver' order by a.id
      """),
  DELIVERIES(
      "deliveries",
      """
      select id, sha256, state, rows, taken, doubtful, refused, skipped,
        received_at as "receivedAt", finished_at as "finishedAt"
      from exchange.delivery order by id
      """),
  AUDIT(
      "audit",
      """
      select part, seq, (extract(epoch from at) * 1000000)::bigint as "atMicros", who, unit, role,
        deed, object, why, done, encode(hash, 'hex') as hash
      from audit.entry order by part, seq
      """),
  AUDIT_HEADS(
      "audit-heads", "select part, seq, encode(hash, 'hex') as hash from audit.head order by part");

  private final String code;
  private final String query;

  EvidenceKind(String code, String query) {
    this.code = code;
    this.query = query;
  }

  String code() {
    return code;
  }

  String file() {
    return code + ".jsonl";
  }

  /** SQL that gives a JSON text a row. */
  String query() {
    return "select row_to_json(one)::text from (" + query + ") one";
  }
}
