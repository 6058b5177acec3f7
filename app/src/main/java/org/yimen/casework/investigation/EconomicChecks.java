package org.yimen.casework.investigation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseSecrets;
import org.yimen.identity.Access;
import org.yimen.platform.Problem;
import org.yimen.platform.ProblemType;
import org.yimen.platform.secrecy.SealedField;

/** Authorisations and information checks of applications. */
@Component
class EconomicChecks {

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  private final SealedField findings;

  EconomicChecks(JdbcClient jdbc, Access access, Clock clock, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.findings = secrets.findings();
  }

  /** The last check of an application; passes is null while it isn't answered. */
  record Check(long id, @Nullable Boolean passes, @Nullable LocalDate toldOn, boolean contested) {}

  void authorised(long application, String name, String kind, LocalDate signedOn) {
    jdbc.sql(
            """
            insert into casework.authorisation (application, name, kind, signed_on)
            values (:application, :name, :kind, :signedOn)
            on conflict (application, kind, name) do update set signed_on = excluded.signed_on,
              taken_back_at = null, taken_back_by = null
            """)
        .param("application", application)
        .param("name", name)
        .param("kind", kind)
        .param("signedOn", signedOn)
        .update();
  }

  /** Takes back what was registered by mistake; false where nothing was. */
  boolean notAuthorised(long application, String name, String kind) {
    return jdbc.sql(
                """
                update casework.authorisation set taken_back_at = :now, taken_back_by = :who
                where application = :application and name = :name and kind = :kind
                  and taken_back_at is null
                """)
            .param("now", now())
            .param("who", access.user().username())
            .param("application", application)
            .param("name", name)
            .param("kind", kind)
            .update()
        > 0;
  }

  /** Whether anybody has been looked up, or is being. */
  boolean isStarted(long application) {
    return jdbc.sql(
            """
            select exists (select from casework.economic_check
              where application = :application and started_at is not null)
            """)
        .param("application", application)
        .query(Boolean.class)
        .single();
  }

  boolean isAuthorised(long application) {
    return !authorisedBy(application).isEmpty();
  }

  /** Kind and name of everybody who has signed, as {@code member:…}. */
  Set<String> authorisedBy(long application) {
    return jdbc.sql(
            """
            select kind || ':' || name from casework.authorisation
            where application = :id and taken_back_at is null
            """)
        .param("id", application)
        .query(String.class)
        .set();
  }

  void ask(long application) {
    Check last = last(application);
    if (last != null && last.passes() == null) {
      throw ProblemType.INVALID_REQUEST.because("已经提请核对，正在等待结果，不用重复提请。");
    }
    jdbc.sql(
            """
            insert into casework.economic_check (application, asked_at, asked_by)
            values (:application, :now, :who)
            """)
        .param("application", application)
        .param("now", now())
        .param("who", access.user().username())
        .update();
  }

  void started(long application) {
    jdbc.sql(
            """
            update casework.economic_check set started_at = :now
            where id = :id and started_at is null
            """)
        .param("now", now())
        .param("id", open(application))
        .update();
  }

  void answered(long application, boolean passes, String found) {
    long check = open(application);
    jdbc.sql(
            """
            update casework.economic_check
            set passes = :passes, findings = :findings, answered_at = :now, answered_by = :who,
              started_at = coalesce(started_at, :now)
            where id = :id
            """)
        .param("passes", passes)
        .param("findings", found.isEmpty() ? null : findings.seal(check, found))
        .param("now", now())
        .param("who", access.user().username())
        .param("id", check)
        .update();
  }

  void told(long application, boolean contested) {
    Check last = last(application);
    if (last == null || last.passes() == null) {
      throw ProblemType.INVALID_REQUEST.because("还没有核对结果可以告知。请等区级出具核对报告。");
    }
    jdbc.sql(
            """
            update casework.economic_check set told_on = :today, contested = :contested
            where id = :id
            """)
        .param("today", LocalDate.now(clock))
        .param("contested", contested)
        .param("id", last.id())
        .update();
  }

  @Nullable Check last(long application) {
    return jdbc.sql(
            """
            select id, passes, told_on, contested from casework.economic_check
            where application = :application order by id desc limit 1
            """)
        .param("application", application)
        .query(Check.class)
        .optional()
        .orElse(null);
  }

  private long open(long application) {
    Check last = last(application);
    if (last == null || last.passes() != null) {
      throw notAsked();
    }
    return last.id();
  }

  private static Problem notAsked() {
    return ProblemType.INVALID_REQUEST.because("乡镇（街道）还没有提请核对，或者已经出具结果。请刷新后查看。");
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
