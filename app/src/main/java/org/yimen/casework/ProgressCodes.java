package org.yimen.casework;

import java.sql.Timestamp;
import java.time.Clock;
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
   * A new code, told once and never again; one of before no longer works.
   *
   * @param why for the audit
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public FamilyCode issue(long id, String why) {
    Application application = applications.lock(id);
    if (application.isRecheck()) {
      throw TakeStep.NOT_NOW.because("复核没有查询码。请为这户的申请换发。");
    }
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

  /** The code of an application in the user's area that works now. */
  public Optional<Issued> living(long id) {
    return jdbc.sql(
            """
            select issued_at, unit from casework.progress_code
            where application = :id and died_at is null
            """)
        .param("id", applications.get(id).id())
        .query(Issued.class)
        .optional();
  }

  /** The application that a family may look at: until a year after its last step. */
  public Optional<Long> opens(FamilyCode typed) {
    return jdbc.sql(
            """
            select a.id from casework.progress_code c join casework.application a on a.id = c.application
            where c.hash = :hash and c.died_at is null and (a.state = any(:open) or exists (
              select from casework.step s where s.application = a.id and s.at > :since))
            """)
        .param("hash", typed.hash())
        .param("open", State.openCodes())
        .param("since", Timestamp.from(ZonedDateTime.now(clock).minusYears(1).toInstant()))
        .query(Long.class)
        .optional();
  }
}
