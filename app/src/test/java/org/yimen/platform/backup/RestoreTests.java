package org.yimen.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.secrecy.Secrecy;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestServer;

/** What goes into a backup comes out of it, or nothing does. */
@OnPostgres
class RestoreTests {

  @Autowired ApplicationContext context;
  @Autowired Secrecy secrecy;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private Path backup = Path.of("");
  private Lorry lorry;

  @BeforeEach
  void backUp() throws IOException {
    lorry = new Lorry(context);
    lorry.unload();
    lorry.load(Lorry.district(folder.resolve("district"), 5, 120).toArray(Path[]::new));
    backup = folder.resolve("one.backup");
    try (OutputStream out = Files.newOutputStream(backup)) {
      context.getBean(WriteBackup.class).to(out);
    }
  }

  private static DataSource empty(String name) {
    TestServer.create(name, "template0");
    return new DriverManagerDataSource(
        TestServer.url(name), TestServer.user(), TestServer.password());
  }

  @Test
  void an_empty_machine_gets_every_row_file_and_number_of_the_backup() throws IOException {
    DataSource target = empty("restored");
    Path home = folder.resolve("home");
    ReadBackup.Checked checked =
        new RestoreBackup(new ReadBackup(secrecy, backup), target, home).restore();
    JdbcClient restored = JdbcClient.create(target);
    for (Contents.Table table : checked.contents().tables()) {
      assertThat(digest(restored, table)).as(table.name()).isEqualTo(digest(jdbc, table));
    }
    assertThat(checked.rows()).isGreaterThan(1_000);
    Path files = home.resolve("deliveries");
    jdbc.sql("select stored_as from exchange.delivery").query(String.class).list().stream()
        .forEach(name -> assertThat(files.resolve(name)).exists());
    long before = next(jdbc);
    assertThat(next(restored)).isEqualTo(before);
  }

  private static String digest(JdbcClient database, Contents.Table table) {
    return database
        .sql(
            "select count(*) || coalesce(md5(string_agg(line, '' order by line)), '') from (select md5((%s)::text) as line from %s) t"
                .formatted("row(" + String.join(",", table.columns()) + ")", table.name()))
        .query(String.class)
        .single();
  }

  private static long next(JdbcClient database) {
    return database.sql("select nextval('registry.fact_id_seq')").query(Long.class).single();
  }

  @Test
  void a_database_with_anything_in_it_is_left_alone() {
    DataSource own = context.getBean(DataSource.class);
    assertThatThrownBy(
            () ->
                new RestoreBackup(new ReadBackup(secrecy, backup), own, folder.resolve("elsewhere"))
                    .restore())
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("已有数据");
  }

  @Test
  void a_cut_or_changed_backup_is_told_and_nothing_of_it_restored() throws IOException {
    byte[] whole = Files.readAllBytes(backup);
    for (int left : new int[] {0, 100, 70_000, whole.length - 20, whole.length - 1}) {
      Files.write(backup, Arrays.copyOf(whole, left));
      assertThatThrownBy(() -> new ReadBackup(secrecy, backup).check())
          .as("%d bytes", left)
          .isInstanceOf(PlainFailure.class);
    }
    byte[] changed = whole.clone();
    changed[whole.length / 2] ^= 1;
    Files.write(backup, changed);
    assertThatThrownBy(() -> new ReadBackup(secrecy, backup).check())
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("不完整或被改动");
    DataSource target = empty("broken");
    assertThatThrownBy(
            () ->
                new RestoreBackup(new ReadBackup(secrecy, backup), target, folder.resolve("h"))
                    .restore())
        .isInstanceOf(PlainFailure.class);
    assertThat(
            JdbcClient.create(target)
                .sql("select count(*) from registry.person")
                .query(Long.class)
                .single())
        .isZero();
    Files.write(backup, whole);
    assertThat(new ReadBackup(secrecy, backup).check().rows()).isGreaterThan(1_000);
  }

  @Test
  void the_keys_of_another_installation_open_nothing_and_the_sentence_says_so() {
    var other = new MockEnvironment().withProperty("yimen.home", folder.resolve("x").toString());
    JdbcClient nothing = JdbcClient.create(empty("other"));
    nothing.sql("create schema platform").update();
    nothing
        .sql(
            """
            create table platform.key_version (version int primary key, profile text, proof bytea,
              finished_at timestamptz, given_up_at timestamptz)
            """)
        .update();
    Secrecy stranger = new Secrecy(nothing, other);
    assertThatThrownBy(() -> new ReadBackup(stranger, backup).check())
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("另一套安装");
  }
}
