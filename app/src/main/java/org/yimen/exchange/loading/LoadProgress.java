package org.yimen.exchange.loading;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows what the loader does, to all processes, while its transaction runs: the row is written by a
 * connection of its own.
 */
@Component
public class LoadProgress {

  private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
  private static final long PAUSE = 150_000_000;

  private static final String SHOW =
      """
      update exchange.load_progress set step = ?, delivery = ?, file = ?, files_done = ?,
        files_total = ?, rows_done = ?, rows_total = ?, delivery_rows_done = ?, changed_at = now()
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private long shown;
  private int filesDone;
  private int filesTotal;
  private long rowsDone;
  private long rowsTotal;
  private Deliveries.@Nullable Waiting current;

  LoadProgress(DataSource dataSource, JdbcClient jdbc) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
  }

  /**
   * What the loader of any process does now.
   *
   * @param step idle, reading or linking
   * @param deliveryRowsDone rows of the delivery already written
   */
  public record Now(
      boolean running,
      String step,
      @Nullable Long delivery,
      @Nullable String file,
      int filesDone,
      int filesTotal,
      long rowsDone,
      long rowsTotal,
      long deliveryRowsDone) {}

  /** What is shown; idle where no living process is loading. */
  public Now now() {
    Now now =
        jdbc.sql(
                """
                select step <> 'idle' and %s as running, step, delivery, file, files_done,
                  files_total, rows_done, rows_total, delivery_rows_done
                from exchange.load_progress
                """
                    .formatted(LoadDeliveries.LOCK.held()))
            .query(Now.class)
            .single();
    return now.running()
        ? now
        : new Now(false, "idle", null, null, now.filesDone(), now.filesTotal(), 0, 0, 0);
  }

  synchronized void begin(int files, long rows) {
    filesDone = 0;
    filesTotal = files;
    rowsDone = 0;
    rowsTotal = rows;
    current = null;
    show("reading", 0);
  }

  synchronized void linking(Deliveries.Waiting delivery) {
    current = delivery;
    show("linking", 0);
  }

  /** Rows of the current file written so far; most calls change nothing. */
  synchronized void rows(long written) {
    if (System.nanoTime() - shown > PAUSE) {
      show("linking", written);
    }
  }

  synchronized void fileDone(long rows) {
    filesDone++;
    rowsDone += rows;
    show("linking", 0);
  }

  synchronized void end() {
    current = null;
    show("idle", 0);
  }

  private void show(String step, long written) {
    shown = System.nanoTime();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SHOW)) {
      statement.setString(1, step);
      statement.setObject(2, current == null ? null : current.id(), Types.BIGINT);
      statement.setString(3, current == null ? null : current.fileName());
      statement.setInt(4, filesDone);
      statement.setInt(5, filesTotal);
      statement.setLong(6, rowsDone + written);
      statement.setLong(7, rowsTotal);
      statement.setLong(8, written);
      statement.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("progress is not shown", e);
    }
  }
}
