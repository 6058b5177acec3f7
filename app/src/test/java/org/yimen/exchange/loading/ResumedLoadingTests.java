package org.yimen.exchange.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.JobLock;
import org.yimen.platform.testing.OnPostgres;

/** Loading that is cut off goes on where it was; what comes out is the same as without. */
@OnPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResumedLoadingTests {

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Path[] files = {};
  private Map<String, String> undisturbed = Map.of();

  @BeforeAll
  void load(@TempDir Path folder) throws IOException {
    files = Lorry.district(folder, 6, 120).toArray(Path[]::new);
    new Lorry(context).load(files);
    undisturbed = new Lorry(context).digests();
  }

  @BeforeEach
  void unload() {
    new Lorry(context).unload();
  }

  @ParameterizedTest(name = "at {0} {1}")
  @CsvSource({
    "exchange.source_row, new.id = 150",
    "registry.fact, new.kind = 'disability'",
    "exchange.pair_candidate, true"
  })
  void a_server_that_goes_away_leaves_nothing_half_done(String table, String when) {
    Lorry lorry = new Lorry(context);
    lorry.receive(files);
    withServerGoingAway(table, when, () -> assertThat(lorry.breakOff()).isNotNull());
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from exchange.source_row r
                    join exchange.delivery d on d.id = r.delivery where d.state <> 'done'
                    """)
                .query(Long.class)
                .single())
        .isZero();
    lorry.finish();
    assertThat(lorry.digests()).isEqualTo(undisturbed);
  }

  private void withServerGoingAway(String table, String when, Runnable deed) {
    jdbc.sql(
            """
            create function away() returns trigger language plpgsql as
              $$ begin raise exception 'gone' using errcode = '57P01'; end $$;
            create trigger away before insert on %s for each row when (%s)
              execute function away()
            """
                .formatted(table, when))
        .update();
    try {
      deed.run();
    } finally {
      jdbc.sql("drop function away() cascade").update();
    }
  }

  @Test
  void files_that_come_one_by_one_are_linked_as_those_that_come_together() {
    Lorry lorry = new Lorry(context);
    for (Path file : files) {
      lorry.load(file); // each time the register is built anew from the evidence
    }
    assertThat(lorry.digests()).isEqualTo(undisturbed);
  }

  @Test
  void a_loader_waits_while_another_process_loads_and_takes_over_when_it_dies() throws Exception {
    Lorry lorry = new Lorry(context);
    lorry.receive(files[0]);
    var source = context.getBean(javax.sql.DataSource.class);
    try (JobLock.Held other = LoadDeliveries.LOCK.tryTake(source)) {
      assertThat(other).isNotNull();
      assertThat(context.getBean(LoadDeliveries.class).all()).isFalse();
      assertThat(jdbc.sql("select state from exchange.delivery").query(String.class).list())
          .isEqualTo(List.of("received"));
    }
    lorry.finish();
    assertThat(jdbc.sql("select state from exchange.delivery").query(String.class).list())
        .isEqualTo(List.of("done"));
  }

  @Test
  void whoever_waits_for_files_comes_back_when_they_are_loaded_and_not_before() {
    Lorry lorry = new Lorry(context);
    List<Long> ids = lorry.receive(files[0]);
    var source = context.getBean(javax.sql.DataSource.class);
    LoadDeliveries loading = context.getBean(LoadDeliveries.class);
    CompletableFuture<Void> waiting;
    try (JobLock.Held other = LoadDeliveries.LOCK.tryTake(source)) {
      assertThat(other).isNotNull();
      waiting = CompletableFuture.runAsync(() -> loading.until(ids));
      var early = waiting;
      assertThatThrownBy(() -> early.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }
    waiting.join();
    assertThat(jdbc.sql("select state from exchange.delivery").query(String.class).list())
        .isEqualTo(List.of("done"));
  }
}
