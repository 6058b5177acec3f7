package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.JobLock;
import org.yimen.platform.testing.OnPostgres;

/** A run is all or nothing, and there is one at a time. */
@OnPostgres
class ScreeningRunsTests {

  @Autowired ApplicationContext context;
  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @Autowired ScreeningRuns runs;

  @BeforeAll
  static void settle(@Autowired DataSource dataSource) {
    Hamlet.settle(dataSource);
  }

  private long run() {
    return Screenings.run(context, Hamlet.TODAY).run();
  }

  private List<String> readable() {
    return jdbc.sql(
            """
            select run || ' ' || household || ' ' || reason from eligibility.current_screening
            order by household
            """)
        .query(String.class)
        .list();
  }

  private String state(long run) {
    return jdbc.sql("select state from eligibility.screening_run where id = :run")
        .param("run", run)
        .query(String.class)
        .single();
  }

  @Test
  void results_of_the_last_run_stay_readable_until_the_new_one_is_through() {
    run();
    List<String> before = readable();
    assertThat(before).hasSize(14);
    ScreenRegister register = Screenings.register(context);
    ScreenRegister.Begun begun = register.begin(Hamlet.TODAY, null);
    assertThat(begun).isNotNull();
    boolean[] seen = {false};
    ScreenRegister.Summary found =
        register.finish(
            begun,
            (done, total) -> {
              seen[0] = true;
              // the last row is already written; others read on their own connections
              assertThat(CompletableFuture.supplyAsync(this::readable).join()).isEqualTo(before);
            });
    assertThat(seen[0]).isTrue();
    assertThat(readable()).hasSize(14).allMatch(row -> row.startsWith(found.run() + " "));
  }

  @Test
  void the_same_register_gives_the_same_again() {
    run();
    List<String> first = readable().stream().map(row -> row.replaceAll("^\\d+ ", "")).toList();
    run();
    assertThat(readable().stream().map(row -> row.replaceAll("^\\d+ ", "")).toList())
        .isEqualTo(first);
  }

  @Test
  void a_run_that_fails_leaves_the_last_results_and_says_so() {
    run();
    List<String> before = readable();
    ScreenRegister register = Screenings.register(context);
    ScreenRegister.Begun begun = register.begin(Hamlet.TODAY, null);
    assertThat(begun).isNotNull();
    assertThatThrownBy(
            () ->
                register.finish(
                    begun,
                    (done, total) -> {
                      throw new IllegalStateException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThat(readable()).isEqualTo(before);
    assertThat(state(begun.id())).isEqualTo("failed");
    assertThat(run()).isGreaterThan(begun.id());
  }

  @Test
  void a_register_that_cannot_be_read_fails_the_run() {
    run();
    List<String> before = readable();
    jdbc.sql("alter table registry.fact rename to fact_away").update();
    try {
      assertThatThrownBy(this::run).hasMessageContaining("registry.fact");
    } finally {
      jdbc.sql("alter table registry.fact_away rename to fact").update();
    }
    assertThat(readable()).isEqualTo(before);
    assertThat(runs.progress().running()).isFalse();
  }

  @Test
  void a_run_of_a_process_that_was_killed_is_settled_as_failed_by_the_next() throws Exception {
    run();
    List<String> before = readable();
    ScreenRegister.Begun killed = Screenings.register(context).begin(Hamlet.TODAY, null);
    assertThat(killed).isNotNull();
    assertThat(runs.progress().running()).isTrue();
    killHolderOfTheLock();
    assertThat(runs.progress().running()).isFalse();
    assertThat(state(killed.id())).isEqualTo("running"); // nobody has settled it yet
    assertThat(readable()).isEqualTo(before);
    long next = run();
    assertThat(state(killed.id())).isEqualTo("failed");
    assertThat(state(next)).isEqualTo("done");
  }

  /** What the server sees when a process dies: its connection ends. */
  private void killHolderOfTheLock() throws Exception {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'");
    }
  }

  @Test
  void a_run_beside_another_does_not_begin() {
    ScreenRegister.Begun first = Screenings.register(context).begin(Hamlet.TODAY, null);
    assertThat(first).isNotNull();
    try (JobLock.Held lock = first.lock()) {
      assertThat(Screenings.register(context).run(Hamlet.TODAY, null, (done, total) -> {}))
          .isNull();
      ScreeningRuns.show(lock, first.id(), 1);
    }
    assertThat(run()).isGreaterThan(first.id());
  }
}
