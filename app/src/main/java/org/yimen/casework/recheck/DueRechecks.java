package org.yimen.casework.recheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the re-checks that fall due within a month, and ends what ends by itself: validity that has
 * run out and grace periods that are over (刚性支出困难家庭认定办法 第十条, 民发〔2021〕57号 第三十三条).
 */
@Component
public class DueRechecks {

  /** Days before the last one, so that an investigation can be finished in time. */
  private static final int AHEAD = 30;

  private static final String DUE =
      """
      select id from casework.standing s
      where recheck_due <= :until and ended_on is null and not exists (
        select from casework.application a
        where a.standing = s.id and a.kind = 'recheck' and a.state not in ('done', 'withdrawn'))
      for update skip locked
      """;

  private static final String EXPIRED =
      """
      update casework.standing
      set ended_on = valid_until + 1, ended_because = 'expired', recheck_due = null
      where valid_until < :today and ended_on is null
      """;

  private final OpenRechecks open;
  private final JdbcClient jdbc;
  private final Clock clock;

  DueRechecks(OpenRechecks open, JdbcClient jdbc, Clock clock) {
    this.open = open;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Returns how many were opened. */
  @Scheduled(cron = "0 20 5 * * *", zone = "Asia/Shanghai")
  @Scheduled(initialDelayString = "PT60S", fixedDelayString = "P1D")
  @Transactional
  public int openDue() {
    LocalDate today = LocalDate.now(clock);
    jdbc.sql(EXPIRED).param("today", today).update();
    List<Long> due = jdbc.sql(DUE).param("until", today.plusDays(AHEAD)).query(Long.class).list();
    if (!due.isEmpty()) {
      open.of(
          due,
          new OpenRechecks.Why(Cause.DUE, Cause.DUE.title(), "", null, List.of()),
          OpenRechecks.Opener.PROGRAM);
    }
    return due.size();
  }
}
