package org.yimen.casework.standing;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Dated monthly amounts: who gets what from which month until which, by which decision. The list of
 * a month is one query: docs/spec/casework.md has it.
 */
@Component
class Entitlements {

  /** Rows of the award that are due without an end already; hashed, not looked up row by row. */
  private static final String CLOSE =
      """
      update casework.entitlement e
      set to_month = greatest(e.from_month, w.from_month), closed_by = w.decision
      from unnest(:standings::bigint[], :decisions::bigint[], :from::date[])
        as w (standing, decision, from_month)
      where e.standing = w.standing and (e.to_month is null or e.to_month > w.from_month)
        and (e.to_month is not null or (e.standing, e.person, e.item, e.monthly_fen) not in (
          select t.standing, t.person, t.item, t.fen
          from unnest(:whose::bigint[], :persons::text[], :items::text[], :fen::bigint[])
            as t (standing, person, item, fen)))
      """;

  private static final String BEGIN =
      """
      insert into casework.entitlement (standing, decision, person, item, monthly_fen, from_month)
      select w.standing, w.decision, t.person, t.item, t.fen, w.from_month
      from unnest(:whose::bigint[], :persons::text[], :items::text[], :fen::bigint[])
        as t (standing, person, item, fen)
      join unnest(:standings::bigint[], :decisions::bigint[], :from::date[])
        as w (standing, decision, from_month) on w.standing = t.standing
      where (t.standing, t.person, t.item) not in (
        select e.standing, e.person, e.item from casework.entitlement e
        where e.standing = any(:standings::bigint[]) and e.to_month is null)
      """;

  private final JdbcClient jdbc;

  Entitlements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * From each effect's month on exactly its award's amounts are due; what stays stays as it is.
   *
   * @param effects of different standings
   */
  void replace(List<Effect> effects) {
    bound(CLOSE, effects).update();
    bound(BEGIN, effects).update();
  }

  private record Due(Effect effect, Award.Amount amount) {}

  private JdbcClient.StatementSpec bound(String query, List<Effect> effects) {
    List<Due> due =
        effects.stream()
            .flatMap(one -> one.award().amounts().stream().map(amount -> new Due(one, amount)))
            .toList();
    return jdbc.sql(query)
        .param("standings", effects.stream().map(Effect::standing).toArray(Long[]::new))
        .param("decisions", effects.stream().map(Effect::decision).toArray(Long[]::new))
        .param("from", effects.stream().map(one -> one.from().toString()).toArray(String[]::new))
        .param("whose", due.stream().map(one -> one.effect().standing()).toArray(Long[]::new))
        .param("persons", due.stream().map(one -> one.amount().person()).toArray(String[]::new))
        .param("items", due.stream().map(one -> one.amount().item()).toArray(String[]::new))
        .param("fen", due.stream().map(one -> one.amount().fen()).toArray(Long[]::new));
  }

  /** What was one person's own ends, as of who has died from the month after. */
  void leave(Effect effect, String person, LocalDate from) {
    jdbc.sql(
            """
            update casework.entitlement
            set to_month = greatest(from_month, :from), closed_by = :decision
            where standing = :standing and person = :person and (to_month is null or to_month > :from)
            """)
        .param("from", from)
        .param("decision", effect.decision())
        .param("standing", effect.standing())
        .param("person", person)
        .update();
  }

  /** Everything goes on until a month and ends then by itself. */
  void until(long standing, LocalDate month) {
    jdbc.sql(
            """
            update casework.entitlement set to_month = greatest(from_month, :month)
            where standing = :standing and to_month is null
            """)
        .param("month", month)
        .param("standing", standing)
        .update();
  }

  /** Amounts that a decision has ended are due again from then on; those it began never were. */
  void restore(long standing, long ended, long decision) {
    jdbc.sql(
            """
            update casework.entitlement set to_month = from_month, closed_by = :decision
            where standing = :standing and decision = :ended and to_month is null
            """)
        .param("decision", decision)
        .param("standing", standing)
        .param("ended", ended)
        .update();
    jdbc.sql(
            """
            insert into casework.entitlement (standing, decision, person, item, monthly_fen, from_month)
            select standing, :decision, person, item, monthly_fen, to_month
            from casework.entitlement
            where standing = :standing and closed_by = :ended and to_month is not null
            """)
        .param("decision", decision)
        .param("standing", standing)
        .param("ended", ended)
        .update();
  }

  /** The amounts of a month. */
  List<Award.Amount> in(long standing, LocalDate month) {
    return jdbc.sql(
            """
            select person, item, monthly_fen as fen from casework.entitlement
            where standing = :standing and from_month <= :month
              and (to_month is null or to_month > :month)
            order by id
            """)
        .param("standing", standing)
        .param("month", month)
        .query(Award.Amount.class)
        .list();
  }
}
