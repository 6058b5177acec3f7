package org.yimen.casework.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes down every notice whose days are over, or whose application was taken back, and lets
 * applications go on; all at once, however many. An application with an open objection stays where
 * it is.
 */
@Component
public class CloseNotices {

  private static final String CLOSE =
      """
      with over as (
        select a.id from casework.application a
        where a.state = 'onNotice' and not exists (
          select from casework.public_notice n
          where n.application = a.id and n.kind in ('proposed', 'ending') and n.taken_down_at is null
            and n.until >= :today)
        for update skip locked),
      told as (
        insert into casework.step (application, step, from_state, to_state, at, who, unit)
        select id, 'closeNotice', 'onNotice', 'noticed', :now, 'yimen', '' from over)
      update casework.application a set state = 'noticed', version = version + 1
      from over where a.id = over.id
      """;

  private static final String TAKE_DOWN =
      """
      update casework.public_notice n set taken_down_at = :now
      where taken_down_at is null and (until < :today or kind <> 'confirmed' and exists (
        select from casework.application a
        where a.id = n.application and a.state in ('withdrawn', 'ended')))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  CloseNotices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Returns how many applications went on. */
  @Scheduled(fixedDelayString = "${yimen.notices-every:PT5M}", initialDelayString = "PT20S")
  @Transactional
  public int closeOver() {
    LocalDate today = LocalDate.now(clock);
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(TAKE_DOWN).param("now", now).param("today", today).update();
    return jdbc.sql(CLOSE).param("now", now).param("today", today).update();
  }
}
