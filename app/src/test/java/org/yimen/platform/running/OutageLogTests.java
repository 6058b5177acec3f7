package org.yimen.platform.running;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.yimen.platform.testing.TestClock;

/** One line when an outage begins and one when it is over, whoever meets it and however late. */
class OutageLogTests {

  private static final SQLException AWAY = new SQLException("shutting down", "57P01");

  private final TestClock clock = new TestClock();
  private final OutageLog outages = new OutageLog(clock);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger(OutageLog.class);

  @BeforeEach
  void listen() {
    clock.set(LocalDate.of(2026, 6, 1));
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void leave() {
    log.detachAppender(lines);
  }

  @Test
  void who_fails_shortly_after_the_database_is_back_has_met_the_outage_that_is_over() {
    outages.met(Outage.DATABASE_AWAY, AWAY);
    clock.pass(Duration.ofSeconds(22));
    outages.over();
    clock.pass(Duration.ofSeconds(2));
    outages.met(Outage.DATABASE_AWAY, AWAY);
    outages.over();
    assertThat(told()).containsExactly("begins", "over after 22 s");
  }

  @Test
  void a_database_that_goes_away_again_is_told_again() {
    outages.met(Outage.DATABASE_AWAY, AWAY);
    outages.met(Outage.DATABASE_AWAY, AWAY);
    outages.over();
    clock.pass(Duration.ofSeconds(11));
    outages.met(Outage.DATABASE_AWAY, AWAY);
    clock.pass(Duration.ofSeconds(1));
    outages.over();
    assertThat(told()).containsExactly("begins", "over after 0 s", "begins", "over after 1 s");
  }

  @Test
  void a_full_disk_is_told_again_after_ten_minutes() {
    outages.met(Outage.DISK_FULL, AWAY);
    clock.pass(Duration.ofMinutes(9));
    outages.met(Outage.DISK_FULL, AWAY);
    clock.pass(Duration.ofMinutes(2));
    outages.met(Outage.DISK_FULL, AWAY);
    outages.over();
    assertThat(told()).containsExactly("begins", "begins");
  }

  private List<String> told() {
    return lines.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .map(text -> text.startsWith("outage begins") ? "begins" : text.replace("outage is ", ""))
        .toList();
  }
}
