package org.yimen.casework.standing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.identity.Access;
import org.yimen.platform.ProblemType;
import org.yimen.policy.clocks.Deadline;

/** Recognised families; nothing outside the user's area is found. */
@Component
public class Standings {

  private static final String IN_SCOPE =
      """
      select id, application, area, household, applicant, category, persons, monthly_fen, since,
        valid_until, recheck_from, recheck_due, grace_until, ended_on
      from casework.standing where id = :id and (:scope = '' or starts_with(area, :scope))
      """;

  private final Recognitions recognitions;
  private final Entitlements entitlements;
  private final JdbcClient jdbc;
  private final Access access;

  Standings(Recognitions recognitions, Entitlements entitlements, JdbcClient jdbc, Access access) {
    this.recognitions = recognitions;
    this.entitlements = entitlements;
    this.jdbc = jdbc;
    this.access = access;
  }

  public Standing get(long id) {
    return found(IN_SCOPE, id);
  }

  /** The standing, locked until the transaction ends. */
  public Standing lock(long id) {
    return found(IN_SCOPE + " for update", id);
  }

  private Standing found(String query, long id) {
    return jdbc.sql(query)
        .param("id", id)
        .param("scope", access.areaPrefix())
        .query(Standing.class)
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这个在册家庭，或不在您的管辖范围内。请返回在册家庭列表重新查找。"));
  }

  /** Who of the family is in a category on a day. */
  public List<Award.Person> people(long standing, LocalDate day) {
    return recognitions.on(standing, day);
  }

  /** What the family gets for a month, item by item. */
  public List<Award.Amount> amounts(long standing, LocalDate month) {
    return entitlements.in(standing, month);
  }

  long add(Application application, LocalDate since) {
    return jdbc.sql(
            """
            insert into casework.standing (application, area, household, applicant, category, persons,
              monthly_fen, since)
            values (:application, :area, :household, :applicant, 'none', 0, 0, :since)
            returning id
            """)
        .param("application", application.id())
        .param("area", application.area())
        .param("household", application.household())
        .param("applicant", application.family().applicant())
        .param("since", since)
        .query(Long.class)
        .single();
  }

  /** What holds now. */
  void now(Effect effect, @Nullable LocalDate graceUntil) {
    jdbc.sql(
            """
            update casework.standing
            set category = :category, persons = :persons, monthly_fen = :fen, valid_until = :until,
              grace_until = :grace, ended_on = null, ended_because = null
            where id = :id
            """)
        .param("category", effect.award().category().code())
        .param("persons", effect.award().people().size())
        .param("fen", effect.award().monthlyFen())
        .param("until", effect.until())
        .param("grace", graceUntil)
        .param("id", effect.standing())
        .update();
  }

  /** Nothing but the amount is another. */
  void pay(List<Effect> effects) {
    jdbc.sql(
            """
            update casework.standing s set monthly_fen = t.fen
            from unnest(:ids::bigint[], :fen::bigint[]) as t (id, fen) where s.id = t.id
            """)
        .param("ids", effects.stream().map(Effect::standing).toArray(Long[]::new))
        .param("fen", effects.stream().map(one -> one.award().monthlyFen()).toArray(Long[]::new))
        .update();
  }

  void ends(long id, LocalDate on, String because) {
    jdbc.sql(
            """
            update casework.standing set ended_on = :on, ended_because = :because, recheck_due = null
            where id = :id
            """)
        .param("on", on)
        .param("because", because)
        .param("id", id)
        .update();
  }

  void again(long id, @Nullable Deadline next, LocalDate from) {
    jdbc.sql(
            """
            update casework.standing
            set recheck_limit = :limit, recheck_name = :name, recheck_basis = :basis,
              recheck_from = :from, recheck_due = :due
            where id = :id
            """)
        .param("limit", next == null ? null : next.limit())
        .param("name", next == null ? "" : next.name())
        .param("basis", next == null ? "" : next.basis())
        .param("from", next == null ? null : from)
        .param("due", next == null ? null : next.due())
        .param("id", id)
        .update();
  }
}
