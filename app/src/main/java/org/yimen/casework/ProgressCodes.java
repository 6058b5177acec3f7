package org.yimen.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.identity.Access;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;

/** The codes by which families look at their applications without signing in: docs/adr/0008. */
@Component
public class ProgressCodes {

  private static final String OPENED =
      """
      select a.id from casework.progress_code c join casework.application a on a.id = c.application
      left join casework.standing f on f.application = a.id
      where c.hash = :hash and c.died_at is null and (a.state = any(:open)
        or coalesce(f.ended_on, f.valid_until + 1, 'infinity') > :today and f.id is not null
        or exists (select from casework.step s join casework.application o on o.id = s.application
          where (o.id = a.id or o.standing = f.id) and s.at > :since))
      """;

  private final JdbcClient jdbc;
  private final Applications applications;
  private final Access access;
  private final Clock clock;

  ProgressCodes(JdbcClient jdbc, Applications applications, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.applications = applications;
    this.access = access;
    this.clock = clock;
  }

  /** When the code that works now was issued, by which unit. */
  public record Issued(OffsetDateTime issuedAt, String unit) {}

  /**
   * A new code, told once and never again; one of before no longer works. A family has one for its
   * application and for all re-checks that follow from it.
   *
   * @param dealtWith an application or a re-check
   * @param why for the audit
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public FamilyCode issue(long dealtWith, String why) {
    applications.lock(dealtWith);
    long id = origin(dealtWith);
    FamilyCode code = FamilyCode.made();
    CurrentUser user = access.user();
    jdbc.sql(
            """
            update casework.progress_code set died_at = :now
            where application = :id and died_at is null
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("id", id)
        .update();
    jdbc.sql(
            """
            insert into casework.progress_code (application, hash, issued_at, issued_by, unit)
            values (:id, :hash, :now, :by, :unit)
            """)
        .param("id", id)
        .param("hash", code.hash())
        .param("now", Timestamp.from(clock.instant()))
        .param("by", user.username())
        .param("unit", user.unit())
        .update();
    access.tell(Deed.PROGRESS_ISSUED, "application:" + id, why);
    return code;
  }

  /** The application that brought in the family which a re-check is about; of one it is itself. */
  private long origin(long id) {
    return jdbc.sql(
            """
            select coalesce(s.application, a.id) from casework.application a
            left join casework.standing s on s.id = a.standing where a.id = :id
            """)
        .param("id", id)
        .query(Long.class)
        .single();
  }

  /** The code that works now for an application, or a re-check, in the user's area. */
  public Optional<Issued> living(long id) {
    return jdbc.sql(
            """
            select issued_at, unit from casework.progress_code
            where application = :id and died_at is null
            """)
        .param("id", origin(applications.get(id).id()))
        .query(Issued.class)
        .optional();
  }

  /**
   * The application that a family may look at: while it is open or the family stands in the
   * register, and until a year after the last step in it or in a re-check.
   */
  public Optional<Long> opens(FamilyCode typed) {
    return jdbc.sql(OPENED)
        .param("hash", typed.hash())
        .param("open", State.openCodes())
        .param("today", LocalDate.now(clock))
        .param("since", Timestamp.from(ZonedDateTime.now(clock).minusYears(1).toInstant()))
        .query(Long.class)
        .optional();
  }
}
