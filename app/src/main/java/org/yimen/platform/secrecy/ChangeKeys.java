package org.yimen.platform.secrecy;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.platform.JobLock;
import org.yimen.platform.PlainFailure;

/**
 * Changes the keys while the program runs: a new version, then everything sealed anew. The earlier
 * version opens until then; a change that broke off is gone on with by the next call.
 */
@Component
class ChangeKeys {

  private static final JobLock LOCK = new JobLock(650_032);

  /** Longer than other processes take to see a new version, see {@link Keys}. */
  private static final long SEEN = 1_500;

  private final JdbcClient jdbc;
  private final Secrecy secrecy;
  private final KeyChange change;
  private final List<SealedStore> stores;

  ChangeKeys(JdbcClient jdbc, Secrecy secrecy, KeyChange change, List<SealedStore> stores) {
    this.jdbc = jdbc;
    this.secrecy = secrecy;
    this.change = change;
    this.stores = List.copyOf(stores);
  }

  /**
   * Changes them.
   *
   * @param profile of the new version; empty: as before
   * @return the version that everything is sealed by now
   */
  int to(String profile, javax.sql.DataSource dataSource, Consumer<String> told) {
    try (JobLock.@Nullable Held lock = LOCK.tryTake(dataSource)) {
      if (lock == null) {
        throw new PlainFailure("另一个窗口正在更换密钥。请等它完成。");
      }
      if (change.going()) {
        told.accept("接着做上次没有完成的更换。");
      } else {
        begin(profile);
      }
      secrecy.keys().look();
      KeyVersion newest = secrecy.keys().ring().newest();
      told.accept("新密钥为第 %d 版（%s）。".formatted(newest.number(), newest.algorithms().code()));
      waitForOthers();
      sealAll(told);
      jdbc.sql("update platform.key_version set finished_at = now() where finished_at is null")
          .update();
      return newest.number();
    }
  }

  private void begin(String profile) {
    Keys keys = secrecy.keys();
    KeyVersion fresh =
        keys.file()
            .alone(
                () -> {
                  KeyRing ring = keys.file().read();
                  Algorithms algorithms =
                      profile.isEmpty() ? ring.newest().algorithms() : Secrecy.profile(profile);
                  KeyVersion added = KeyRing.fresh(ring, algorithms);
                  keys.file().write(ring.with(added));
                  return added;
                });
    Secrecy.register(jdbc, fresh, false);
  }

  /** Until nothing that began before the new version was seen can still write by the old one. */
  private void waitForOthers() {
    pause(SEEN);
    Instant seen = Instant.now();
    String older =
        """
        select exists (
          select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
            and xact_start < :seen and state <> 'idle')
        """;
    while (jdbc.sql(older)
        .param("seen", java.sql.Timestamp.from(seen))
        .query(Boolean.class)
        .single()) {
      pause(SEEN);
    }
  }

  private void sealAll(Consumer<String> told) {
    long left;
    do {
      left = 0;
      for (SealedStore store : stores) {
        long some = store.pass();
        left += some;
        if (some > 0) {
          told.accept("%s：%d 项已换用新密钥。".formatted(store.title(), some));
        }
      }
    } while (left > 0);
  }

  /** Removes the secret of a version that nothing is sealed by any more. */
  void giveUp(int version) {
    Keys keys = secrecy.keys();
    keys.file()
        .alone(
            () -> {
              KeyRing ring = keys.file().read();
              if (!ring.has(version)) {
                throw new PlainFailure("密钥文件里没有第 %d 版。请用 yimen keys list 查看。".formatted(version));
              }
              if (version == ring.newest().number() || change.going()) {
                throw new PlainFailure(
                    "第 %d 版密钥还在使用，不能删除。请先运行 yimen keys rotate 并等它完成。".formatted(version));
              }
              jdbc.sql("update platform.key_version set given_up_at = now() where version = :v")
                  .param("v", version)
                  .update();
              keys.file().write(ring.without(version));
              return version;
            });
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
