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

  private final JdbcClient jdbc;

  Entitlements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** From the effect's month on exactly the award's amounts are due; what stays stays as it is. */
  void replace(Effect effect) {
    bound(
            """
            update casework.entitlement e
            set to_month = greatest(from_month, :from), closed_by = :decision
            where standing = :standing and (to_month is null or to_month > :from)
              and (to_month is not null or not exists (
                select from unnest(:persons::text[], :items::text[], :fen::bigint[])
                  as t (person, item, fen)
                where t.person = e.person and t.item = e.item and t.fen = e.monthly_fen))
            """,
            effect)
        .update();
    bound(
            """
            insert into casework.entitlement (standing, decision, person, item, monthly_fen, from_month)
            select :standing, :decision, person, item, fen, :from
            from unnest(:persons::text[], :items::text[], :fen::bigint[]) as t (person, item, fen)
            where not exists (
              select from casework.entitlement e
              where e.standing = :standing and e.person = t.person and e.item = t.item
                and e.to_month is null)
            """,
            effect)
        .update();
  }

  private JdbcClient.StatementSpec bound(String query, Effect effect) {
    List<Award.Amount> amounts = effect.award().amounts();
    return jdbc.sql(query)
        .param("standing", effect.standing())
        .param("decision", effect.decision())
        .param("from", effect.from())
        .param("persons", amounts.stream().map(Award.Amount::person).toArray(String[]::new))
        .param("items", amounts.stream().map(Award.Amount::item).toArray(String[]::new))
        .param("fen", amounts.stream().map(Award.Amount::fen).toArray(Long[]::new));
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
