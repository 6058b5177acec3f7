package org.yimen.casework.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.bulk.BulkRows.OpenRow;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

@OnPostgres
class PrintedFilesTests {

  private static final byte[] CONTENT = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

  @Autowired PrintedFiles files;
  @Autowired List<SealedFolder> inBackups;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @AfterEach
  void now() {
    clock.release();
  }

  private long job() {
    return jdbc.sql(
            """
            insert into casework.bulk_job (kind, who, position, area, begun_at)
            values ('print', 'township', '', '', now()) returning id
            """)
        .query(Long.class)
        .single();
  }

  private Path kept(long job) throws Exception {
    PrintedFiles.Sealed file = files.seal(out -> out.write(CONTENT, 0, CONTENT.length));
    files.keep(job, file, List.of(new OpenRow(job, "print", "", "", "", 1, "650107200-2025-1")));
    return folder().resolve(file.name());
  }

  private static Path folder() {
    return Path.of("target", "test-home", "printed");
  }

  @Test
  void they_are_sealed_on_the_disk_and_gone_after_a_week() throws Exception {
    clock.pass(Duration.ZERO);
    long job = job();
    Path first = kept(job);
    kept(job);
    assertThat(files.of(job)).extracting(PrintedFiles.Printed::number).containsExactly(1, 2);
    assertThat(Files.readString(first, StandardCharsets.ISO_8859_1)).doesNotContain("%PDF");
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    files.read(files.of(job).get(0), read);
    assertThat(read.toByteArray()).isEqualTo(CONTENT);

    clock.pass(Duration.ofDays(7).minusSeconds(1));
    files.sweep();
    assertThat(first).exists();
    clock.pass(Duration.ofSeconds(1));
    files.sweep();
    assertThat(first).doesNotExist();
    assertThat(files.of(job)).allMatch(one -> one.storedAs() == null);
  }

  @Test
  void what_a_killed_program_left_is_removed_when_nobody_can_be_writing_it_any_more()
      throws Exception {
    Path named = kept(job());
    Path left = Files.write(folder().resolve("left"), CONTENT);
    Path partial = Files.write(folder().resolve("incoming1.partial"), CONTENT);
    files.sweep();
    assertThat(left).exists();
    assertThat(left.toFile().setLastModified(0)).isTrue();
    assertThat(partial.toFile().setLastModified(0)).isTrue();
    assertThat(named.toFile().setLastModified(0)).isTrue();
    files.sweep();
    assertThat(left).doesNotExist();
    assertThat(partial).doesNotExist();
    assertThat(named).exists();
  }

  @Test
  void backups_leave_them_out() {
    assertThat(inBackups).extracting(SealedFolder::title).isNotEmpty().doesNotContain("批量打印的文书");
  }
}
