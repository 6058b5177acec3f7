package org.yimen.exchange.loading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yimen.exchange.loading.PhaseTimes.Phase;
import org.yimen.exchange.reading.FileReading;
import org.yimen.exchange.reading.Format;
import org.yimen.exchange.reading.Formats;
import org.yimen.exchange.reading.UnreadableFile;
import org.yimen.platform.JobLock;
import org.yimen.platform.ProblemType;

/**
 * Loads whatever has been received: residence file first, one delivery after another, each in one
 * transaction. While one file is written, the next is linked and the one after it read.
 */
@Component
public class LoadDeliveries {

  /** Whoever loads holds it. */
  static final JobLock LOCK = new JobLock(650_021);

  private static final ProblemType OTHER_BUREAU =
      new ProblemType("other-bureau", HttpStatus.FORBIDDEN, "不是本部门的来文");
  private static final ProblemType ALREADY_LOADED =
      new ProblemType("already-loaded", HttpStatus.CONFLICT, "已经报送过");

  private static final long PAUSE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(LoadDeliveries.class);

  private final Deliveries deliveries;
  private final Formats formats;
  private final WriteDelivery write;
  private final LoadProgress progress;
  private final DataSource dataSource;
  private final SealedRows sealed;

  LoadDeliveries(
      Deliveries deliveries,
      Formats formats,
      WriteDelivery write,
      LoadProgress progress,
      DataSource dataSource,
      SealedRows sealed) {
    this.deliveries = deliveries;
    this.formats = formats;
    this.write = write;
    this.progress = progress;
    this.dataSource = dataSource;
    this.sealed = sealed;
  }

  private record Opened(Deliveries.Waiting delivery, FileReading reading) {}

  /**
   * Loads until nothing waits, unless another process of this database is at it.
   *
   * @return false where another process loads
   */
  public boolean all() {
    try (JobLock.Held lock = LOCK.tryTake(dataSource)) {
      if (lock == null) {
        return false;
      }
      deliveries.interrupted();
      for (List<Deliveries.Waiting> batch = deliveries.waiting();
          !batch.isEmpty();
          batch = deliveries.waiting()) {
        batch(batch);
        deliveries.interrupted();
      }
      progress.end();
      return true;
    }
  }

  /** Returns when these are loaded or refused, here or by another process. */
  public void until(Collection<Long> ids) {
    while (!all() && deliveries.unfinished(ids)) {
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void batch(List<Deliveries.Waiting> batch) {
    ExecutorService helpers = Executors.newFixedThreadPool(2);
    try {
      progress.begin(batch.size(), 0);
      PhaseTimes times = new PhaseTimes();
      List<Opened> opened = times.of(Phase.OPEN, () -> open(batch, helpers));
      long rows = opened.stream().mapToLong(o -> o.reading().rowCount()).sum();
      progress.begin(opened.size(), rows);
      new Pipeline(opened, helpers, times).run();
      LOG.info("{} files with {} rows: {}", opened.size(), rows, times);
    } finally {
      helpers.shutdown();
    }
  }

  /** Those that can be read, in the order of their formats. */
  private List<Opened> open(List<Deliveries.Waiting> batch, ExecutorService helpers) {
    List<CompletableFuture<@Nullable Opened>> opening =
        batch.stream()
            .map(delivery -> CompletableFuture.supplyAsync(() -> open(delivery), helpers))
            .toList();
    List<Opened> opened = new ArrayList<>();
    for (CompletableFuture<@Nullable Opened> one : opening) {
      Opened file = one.join();
      if (file != null) {
        opened.add(file);
      }
    }
    opened.sort(
        Comparator.comparingInt((Opened file) -> file.reading().format().order())
            .thenComparingLong(file -> file.delivery().id()));
    return opened;
  }

  private @Nullable Opened open(Deliveries.Waiting delivery) {
    deliveries.reading(delivery);
    try {
      FileReading reading = formats.open(deliveries.file(delivery), delivery.fileName());
      return admitted(delivery, reading) ? new Opened(delivery, reading) : null;
    } catch (RuntimeException e) {
      failed(delivery, e);
      return null;
    }
  }

  /** A unit's liaison loads the unit's own files. */
  private boolean admitted(Deliveries.Waiting delivery, FileReading reading) {
    if (delivery.onlyUnit().isEmpty()) {
      return true;
    }
    Format format = reading.format();
    boolean own = formats.bureausOf(delivery.onlyUnit()).contains(format.bureau());
    if (own && !deliveries.sentBefore(delivery)) {
      return true;
    }
    ProblemType problem = own ? ALREADY_LOADED : OTHER_BUREAU;
    String text =
        own
            ? "同样的文件本部门已经报送过，没有重复装载。"
            : "这是%s的“%s”，您的单位是%s，只能装载本部门的来文，文件没有装载。请交由%s的联络员或区县经办人装载。"
                .formatted(format.bureau(), format.title(), delivery.onlyUnit(), format.bureau());
    deliveries.failed(delivery, problem.slug(), problem.title(), text);
    return false;
  }

  private void refuse(Deliveries.Waiting delivery, UnreadableFile e) {
    LOG.info("delivery {} is not readable: {}", delivery.id(), e.problem());
    deliveries.failed(delivery, e.problem().slug(), e.problem().title(), e.whatToDo());
  }

  /** Reading, linking and writing side by side, each a file ahead of the next. */
  private final class Pipeline {

    private final List<Opened> files;
    private final ExecutorService helpers;
    private final PhaseTimes times;
    private final LinkDelivery link = new LinkDelivery(dataSource);
    private final Knowledge knowledge;

    Pipeline(List<Opened> files, ExecutorService helpers, PhaseTimes times) {
      this.files = files;
      this.helpers = helpers;
      this.times = times;
      this.knowledge = times.of(Phase.KNOW, () -> Knowledge.of(dataSource, sealed));
    }

    /** Ends early after a failure or where people's decisions change what is known. */
    void run() {
      @Nullable CompletableFuture<ReadFile> reading = read(0);
      CompletableFuture<Boolean> writing = CompletableFuture.completedFuture(true);
      for (int i = 0; reading != null; i++) {
        Opened opened = files.get(i);
        CompletableFuture<ReadFile> now = reading;
        reading = read(i + 1);
        LinkedFile linked = null;
        try {
          ReadFile file = now.join();
          if (file.residence() && !writing.join()) {
            return;
          }
          deliveries.linking(
              opened.delivery(), opened.reading().format(), opened.reading().rowCount());
          linked = times.of(Phase.LINK, () -> link.link(file, knowledge));
        } catch (RuntimeException e) {
          writing.join();
          failed(opened.delivery(), e);
          return;
        }
        if (!writing.join()) {
          return;
        }
        LinkedFile ready = linked;
        writing = CompletableFuture.supplyAsync(() -> written(ready), helpers);
      }
      writing.join();
    }

    private @Nullable CompletableFuture<ReadFile> read(int i) {
      if (i >= files.size()) {
        return null;
      }
      Opened opened = files.get(i);
      return CompletableFuture.supplyAsync(
          () -> times.of(Phase.READ, () -> ReadFile.of(opened.delivery(), opened.reading())),
          helpers);
    }

    private boolean written(LinkedFile linked) {
      try {
        return times.of(
            Phase.WRITE,
            () -> {
              write.write(linked);
              return true;
            });
      } catch (WriteDelivery.Outdated e) {
        return false;
      } catch (RuntimeException e) {
        failed(linked.file().delivery(), e);
        return false;
      }
    }
  }

  /**
   * A file that the program stumbles over is set aside; a database that is away is no file's fault.
   */
  private void failed(Deliveries.Waiting delivery, RuntimeException e) {
    Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
    if (cause instanceof UnreadableFile unreadable) {
      refuse(delivery, unreadable);
    } else if (databaseAway(cause)) {
      throw e;
    } else {
      LOG.error("delivery {} failed", delivery.id(), cause);
      deliveries.failed(delivery, "internal", "程序出错", "程序在处理这份文件时出错，没有写入任何内容。请联系管理员查看日志后重试。");
    }
  }

  private static boolean databaseAway(Throwable cause) {
    return cause instanceof DataAccessResourceFailureException
        || cause instanceof TransientDataAccessException
        || cause instanceof TransactionException;
  }
}
