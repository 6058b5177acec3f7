package org.yimen.eligibility.evidence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.yimen.registry.SealedFacts;

/**
 * Reads every household of the register as it was at one moment and works on it, slice by slice of
 * household ids on two threads; whoever asked takes what comes of it on his own thread.
 *
 * @param <T> what comes of a household
 */
public final class ReadEverybody<T extends Object> {

  private static final int THREADS = 2;
  private static final int SLICE = 500;
  private static final int WAITING = 16;

  private final DataSource dataSource;
  private final SealedFacts sealed;
  private final LocalDate asOf;
  private final Supplier<Function<List<HouseholdRecord>, List<T>>> work;
  private final AtomicLong next = new AtomicLong();
  private final BlockingQueue<List<T>> found = new ArrayBlockingQueue<>(WAITING);

  /**
   * @param work gives each thread what it does with a slice of households; one result each
   */
  public ReadEverybody(
      DataSource dataSource,
      SealedFacts sealed,
      LocalDate asOf,
      Supplier<Function<List<HouseholdRecord>, List<T>>> work) {
    this.dataSource = dataSource;
    this.sealed = sealed;
    this.asOf = asOf;
    this.work = work;
  }

  /** The one moment as of which all threads read, and how far household ids go. */
  private record Moment(String snapshot, Instant now, long last) {}

  /**
   * Returns the moment as of which was read, after the last household was handed over.
   *
   * @param meanwhile what the caller's thread does while the first households are read
   */
  public Instant run(Runnable meanwhile, Consumer<T> taker)
      throws SQLException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Connection first = reading()) {
      Moment moment = moment(first);
      List<Future<?>> threadsAtWork = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        threadsAtWork.add(threads.submit(() -> slices(moment)));
      }
      meanwhile.run();
      for (int open = THREADS; open > 0; ) {
        List<T> some = found.take();
        some.forEach(taker);
        open -= some.isEmpty() ? 1 : 0;
      }
      for (Future<?> one : threadsAtWork) {
        one.get();
      }
      first.rollback();
      return moment.now();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static Moment moment(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select pg_export_snapshot(), now(),
                  (select coalesce(max(id), 0) from registry.household)
                """)) {
      row.next();
      return new Moment(row.getString(1), row.getTimestamp(2).toInstant(), row.getLong(3));
    }
  }

  private Connection reading() throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return connection;
  }

  private @Nullable Void slices(Moment moment) throws SQLException, InterruptedException {
    try (Connection connection = reading()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set transaction snapshot '%s'".formatted(moment.snapshot()));
      }
      Function<List<HouseholdRecord>, List<T>> deed = work.get();
      RegisterSnapshot snapshot = new RegisterSnapshot(connection, sealed, asOf, moment.now());
      for (long from = slice(); from <= moment.last(); from = slice()) {
        List<HouseholdRecord> some = new ArrayList<>(SLICE);
        snapshot.read(from, from + SLICE - 1, some::add);
        if (!some.isEmpty()) {
          found.put(deed.apply(some));
        }
      }
      connection.rollback();
    } finally {
      found.put(List.of());
    }
    return null;
  }

  private long slice() {
    return next.getAndAdd(SLICE);
  }
}
