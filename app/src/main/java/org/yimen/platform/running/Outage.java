package org.yimen.platform.running;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;
import org.yimen.platform.ProblemType;

/** What is nobody's mistake and passes: whoever asks is told to come back. */
public enum Outage {
  DATABASE_AWAY(5, "数据库正在重启或暂时没有应答，本次操作没有保存。请等几秒再试；已保存的数据不受影响。"),
  DISK_FULL(60, "磁盘空间已满，本次操作没有保存。请通知系统管理员清理磁盘后再试；已保存的数据不受影响。");

  private static final int DEEPEST = 20;

  private final int retryAfter;
  private final String sentence;

  Outage(int retryAfter, String sentence) {
    this.retryAfter = retryAfter;
    this.sentence = sentence;
  }

  /** The outage that a failure tells of; empty where it is something else. */
  public static Optional<Outage> of(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      Outage found = told(cause);
      if (found != null) {
        return Optional.of(found);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static @Nullable Outage told(Throwable cause) {
    if (cause instanceof SQLTransientConnectionException
        || cause instanceof CannotGetJdbcConnectionException && cause.getCause() == null) {
      return DATABASE_AWAY;
    }
    if (cause instanceof TransactionSystemException ended
        && ended.getApplicationException() != null) {
      return of(ended.getApplicationException()).orElse(null);
    }
    if (cause instanceof SQLException sql) {
      return ofState(String.valueOf(sql.getSQLState()), String.valueOf(sql.getMessage()));
    }
    boolean full = cause instanceof IOException && noSpace(String.valueOf(cause.getMessage()));
    return full ? DISK_FULL : null;
  }

  /**
   * SQLSTATE 08: connection; 57P01–57P05: shut down, crashed, starting; 53100: disk full, 53200 and
   * 53300: memory, connections; 58030: input or output failed; 25006: read only while it recovers.
   */
  private static @Nullable Outage ofState(String state, String message) {
    if (state.equals("53100") || state.equals("58030") && noSpace(message)) {
      return DISK_FULL;
    }
    boolean away =
        state.startsWith("08")
            || state.startsWith("57P0")
            || state.equals("53200")
            || state.equals("53300")
            || state.equals("58030")
            || state.equals("25006")
            || message.equals("Connection is closed"); // the pool's own words, without a code
    return away ? DATABASE_AWAY : null;
  }

  private static boolean noSpace(String message) {
    return message.contains("No space left") || message.contains("Disk quota");
  }

  /** Seconds after which it is worth trying again. */
  public int retryAfter() {
    return retryAfter;
  }

  /** What people are told. */
  public String sentence() {
    return sentence;
  }

  /** The whole answer: 503 with the time to come back. */
  public ResponseEntity<ProblemDetail> answer() {
    return ResponseEntity.status(ProblemType.UNAVAILABLE.status())
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter))
        .body(ProblemType.UNAVAILABLE.detail(sentence));
  }
}
