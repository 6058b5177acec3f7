package org.yimen.casework.standing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/**
 * A recognised family's card: who is in, what was due in which months, what was decided and why.
 */
@RestController
@RequestMapping("/api/v1/standings/{id}")
@Requires(Permission.CASE_READ)
class StandingPage {

  private final Standings standings;
  private final JdbcClient jdbc;
  private final Access access;

  StandingPage(Standings standings, JdbcClient jdbc, Access access) {
    this.standings = standings;
    this.jdbc = jdbc;
    this.access = access;
  }

  /** A person in a category; validTo is the first day without, null while it holds. */
  record InCategory(
      String person,
      String name,
      String category,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      @Nullable String endedBecause) {}

  /** An amount a month; toMonth is the first month without, null while it is due. */
  record DueAmount(
      String person,
      String name,
      String item,
      long monthlyFen,
      LocalDate fromMonth,
      @Nullable LocalDate toMonth,
      String number) {}

  /** A decision on the family: the case, what was decided, from which month it holds. */
  record DecidedCase(
      long application,
      String number,
      String kind,
      @Nullable String cause,
      String outcome,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      OffsetDateTime decidedAt,
      @Nullable LocalDate servedOn,
      String reason) {}

  record PutOff(LocalDate due, LocalDate until, String because, OffsetDateTime at) {}

  @Schema(name = "ToldOverpayment")
  record TooMuch(
      String name, LocalDate firstMonth, LocalDate lastMonth, int months, long monthlyFen) {}

  private record Rhythm(
      String recheckName,
      String recheckBasis,
      @Nullable String endedBecause,
      @Nullable Long open,
      @Nullable String takenOver) {}

  /**
   * @param takenOver the family came from a roll: in what roll and register differ, empty where in
   *     nothing; null: it was decided here
   */
  @Schema(name = "StandingCard")
  record Card(
      Standing standing,
      String recheckName,
      String recheckBasis,
      @Nullable String endedBecause,
      @Nullable Long openRecheck,
      @Nullable String takenOver,
      List<InCategory> people,
      List<DueAmount> amounts,
      List<DecidedCase> decisions,
      List<PutOff> delays,
      List<TooMuch> overpaid) {}

  @GetMapping
  @Transactional
  @Operation(
      summary = "A recognised family with its amounts over time, decisions and next re-check")
  Card card(@PathVariable long id) {
    Standing standing = standings.get(id);
    access.tellRead(Deed.CASE_READ, "application", standing.application());
    Rhythm rhythm = rhythm(id);
    return new Card(
        standing,
        rhythm.recheckName(),
        rhythm.recheckBasis(),
        rhythm.endedBecause(),
        rhythm.open(),
        rhythm.takenOver(),
        all(
            InCategory.class,
            id,
            """
            select person, name, category, valid_from, valid_to, ended_because
            from casework.recognition where standing = :id order by valid_from, id
            """),
        amounts(id),
        decisions(id),
        all(
            PutOff.class,
            id,
            "select due, until, because, at from casework.recheck_delay where standing = :id order by id"),
        overpaid(id));
  }

  private <T> List<T> all(Class<T> type, long id, String query) {
    return jdbc.sql(query).param("id", id).query(type).list();
  }

  private Rhythm rhythm(long id) {
    return all(
            Rhythm.class,
            id,
            """
            select recheck_name, recheck_basis, ended_because,
              (select max(a.id) from casework.application a
                where a.standing = s.id and a.kind = 'recheck'
                  and a.state not in ('done', 'withdrawn')) as open,
              (select t.note from casework.step t
                where t.application = s.application and t.step = 'takeOver') as taken_over
            from casework.standing s where id = :id
            """)
        .get(0);
  }

  private List<DueAmount> amounts(long id) {
    return all(
        DueAmount.class,
        id,
        """
        select e.person, coalesce((select max(r.name) from casework.recognition r
            where r.standing = e.standing and r.person = e.person), '') as name,
          e.item, e.monthly_fen, e.from_month, e.to_month, a.number
        from casework.entitlement e
        join casework.standing s on s.id = e.standing
        left join casework.decision d on d.id = e.decision
        join casework.application a on a.id = coalesce(d.application, s.application)
        where e.standing = :id and (e.to_month is null or e.to_month > e.from_month)
        order by e.from_month desc, e.id
        """);
  }

  private List<DecidedCase> decisions(long id) {
    return all(
        DecidedCase.class,
        id,
        """
        select a.id as application, a.number, a.kind, c.cause, d.outcome, d.category, d.persons,
          d.monthly_fen, coalesce(d.paid_from, c.effective_from) as paid_from, d.decided_at,
          d.served_on, d.reason
        from casework.standing s
        join casework.application a on a.id = s.application or a.standing = s.id
        join casework.decision d on d.application = a.id
        left join casework.recheck c on c.application = a.id
        where s.id = :id order by d.id desc
        """);
  }

  private List<TooMuch> overpaid(long id) {
    return all(
        TooMuch.class,
        id,
        """
        select coalesce((select max(r.name) from casework.recognition r
            where r.standing = o.standing and r.person = o.person), '') as name,
          first_month, last_month, months, monthly_fen
        from casework.overpayment o where standing = :id order by id
        """);
  }
}
