package org.yimen.casework.decision;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;

/**
 * Draws tekun files for a visit of the district, at least 30 % at every moment (43号 第十六条). A file
 * is drawn for once: sending it again doesn't draw again, and taking a drawn application back
 * before the visit doesn't help, as the next one of the family is drawn in its place. Each draw is
 * kept with what it was decided from.
 */
@Component
class DrawSpotCheck {

  private static final int SHARE = 3_000;
  private static final int ALL = 10_000;

  /** One draw at a time, so that none is decided from another's missing count. */
  private static final long LOCK = 430_016;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final RandomGenerator random = new SecureRandom();

  DrawSpotCheck(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record SoFar(long sent, long drawn) {}

  /** Draws for a file that is sent to the district; a file that was drawn for stays as it is. */
  void of(Application application) {
    jdbc.sql("select pg_advisory_xact_lock(:lock)::text")
        .param("lock", LOCK)
        .query(String.class)
        .single();
    if (wasDrawnFor(application.id())) {
      return;
    }
    SoFar soFar = soFar();
    int number = random.nextInt(ALL);
    String because = because(application, soFar, number);
    keep(application.id(), soFar, number, because);
    if (!because.equals("notDrawn")) {
      jdbc.sql("update casework.application set spot_check = true where id = :id")
          .param("id", application.id())
          .update();
    }
  }

  private String because(Application application, SoFar soFar, int number) {
    if (soFar.drawn() * ALL < SHARE * soFar.sent()) {
      return "share";
    }
    if (number < SHARE) {
      return "chance";
    }
    return slippedBefore(application) ? "earlier" : "notDrawn";
  }

  private boolean wasDrawnFor(long application) {
    return jdbc.sql("select exists (select from casework.spot_check_draw where application = :id)")
        .param("id", application)
        .query(Boolean.class)
        .single();
  }

  private SoFar soFar() {
    return jdbc.sql(
            """
            select count(*) as sent, count(*) filter (where spot_check) as drawn
            from casework.application a
            where kind = 'application' and category = 'tekun' and exists (
              select from casework.step s where s.application = a.id and s.step = 'review')
            """)
        .query(SoFar.class)
        .single();
  }

  /** A drawn application of the same family ended before the district had visited. */
  private boolean slippedBefore(Application application) {
    return jdbc.sql(
            """
            select exists (
              select from casework.application a
              where a.id < :id and a.spot_check and a.state in ('withdrawn', 'ended')
                and (a.household = :household or a.area = :area and a.applicant = :applicant)
                and not exists (
                  select from casework.visit v where v.application = a.id and v.kind = 'district' and not v.late))
            """)
        .param("id", application.id())
        .param("household", application.household())
        .param("area", application.area())
        .param("applicant", application.family().applicant())
        .query(Boolean.class)
        .single();
  }

  private void keep(long application, SoFar soFar, int number, String because) {
    jdbc.sql(
            """
            insert into casework.spot_check_draw (application, at, sent, drawn_so_far, number, because)
            values (:application, :at, :sent, :drawn, :number, :because)
            """)
        .param("application", application)
        .param("at", Timestamp.from(clock.instant()))
        .param("sent", soFar.sent())
        .param("drawn", soFar.drawn())
        .param("number", number)
        .param("because", because)
        .update();
  }
}
