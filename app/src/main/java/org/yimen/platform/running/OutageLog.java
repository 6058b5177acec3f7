package org.yimen.platform.running;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * While the database is away everything that needs it fails: of each outage the log gets one line
 * when it begins and one when it is over, and not what all the others have to say about it.
 */
@Component
public class OutageLog implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

  /** A disk is full until somebody clears it: it is told again after this. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  /**
   * Who began to wait for a connection while the database was away may fail after it is back: that
   * is still the same outage. Longer than {@code connection-timeout}.
   */
  private static final Duration STRAGGLING = Duration.ofSeconds(10);

  private final Clock clock;
  private Instant ended = Instant.EPOCH;
  private final Map<Outage, Instant> begun = new EnumMap<>(Outage.class);

  OutageLog(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void afterPropertiesSet() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      logs.getLogger(Logger.ROOT_LOGGER_NAME)
          .iteratorForAppenders()
          .forEachRemaining(
              appender -> {
                Silence silence = new Silence();
                silence.start();
                appender.addFilter(silence);
              });
    }
  }

  /** Tells that something failed for it. */
  public void met(Outage outage, Throwable failure) {
    Instant now = clock.instant();
    synchronized (begun) {
      if (isTold(outage, now)) {
        return;
      }
      begun.put(outage, now);
    }
    LOG.error("outage begins: {} ({})", outage, LogLine.name(failure));
  }

  private boolean isTold(Outage outage, Instant now) {
    Instant before = begun.get(outage);
    return outage == Outage.DATABASE_AWAY
        ? before != null || Duration.between(ended, now).abs().compareTo(STRAGGLING) < 0
        : before != null && now.isBefore(before.plus(AGAIN));
  }

  /** Tells that the database answers. */
  public void over() {
    Instant now = clock.instant();
    Instant since;
    synchronized (begun) {
      since = begun.remove(Outage.DATABASE_AWAY);
      ended = since == null ? ended : now;
    }
    if (since != null) {
      LOG.warn("outage is over after {} s", Duration.between(since, now).toSeconds());
    }
  }

  /** Drops what comes with the failure of an outage; the beginning is told by {@link #met}. */
  private static final class Silence extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
      Throwable failure =
          event.getThrowableProxy() instanceof ThrowableProxy told ? told.getThrowable() : null;
      return Outage.of(failure).isPresent() ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
  }
}
