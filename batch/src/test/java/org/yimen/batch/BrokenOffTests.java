package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A result is whole or not there; who begins again goes on where it was broken off. */
@ExtendWith(OnSpark.class)
class BrokenOffTests {
  private static final String[] FILE_BY_FILE = {"--group-bytes", "1"};

  @TempDir Path folder;

  @Test
  void a_run_that_breaks_off_leaves_no_half_result_and_goes_on_later() throws IOException {
    Path input = folder.resolve("in");
    Path out = folder.resolve("out");
    Register.parquet(OnSpark.spark(), 300, 3, input);
    Path second = files(input, ".parquet").get(1);
    byte[] sound = Files.readAllBytes(second);
    FileTime time = Files.getLastModifiedTime(second);
    byte[] broken = sound.clone();
    java.util.Arrays.fill(broken, 40, broken.length / 2, (byte) 0x5a);
    replace(second, broken, time);

    Runs.Said failed = Runs.of("run", input, "parquet", out, FILE_BY_FILE);
    assertThat(failed.code()).isEqualTo(2);
    assertThat(failed.told()).contains("会从中断处接着来");
    assertThat(out).doesNotExist();
    Path kept = folder.resolve("out.unfinished/decided/group=0");
    assertThat(kept).isDirectory();
    assertThat(folder.resolve("out.unfinished/decided/group=1")).doesNotExist();

    replace(second, sound, time);
    Runs.Said went = Runs.of("run", input, "parquet", out, FILE_BY_FILE);
    assertThat(went.code()).as(went.told()).isZero();
    assertThat(folder.resolve("out.unfinished")).doesNotExist();
    assertSameAsStraight(input, out);
  }

  private void assertSameAsStraight(Path input, Path out) throws IOException {
    Runs.of("run", input, "parquet", folder.resolve("straight"));
    List<Row> straight = Runs.results(folder.resolve("straight"));
    assertThat(straight).hasSize(300);
    assertThat(Runs.results(out)).isEqualTo(straight);
    assertThat(Runs.lines(out.resolve("summary.csv")))
        .isEqualTo(Runs.lines(folder.resolve("straight/summary.csv")));
  }

  private static void replace(Path file, byte[] bytes, FileTime time) throws IOException {
    Path sum = file.resolveSibling("." + file.getFileName() + ".crc");
    Files.deleteIfExists(sum);
    Files.write(file, bytes);
    Files.setLastModifiedTime(file, time);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void groups_kept_before_are_not_decided_again() throws IOException {
    Path input = folder.resolve("in");
    Path out = folder.resolve("out");
    Register.parquet(OnSpark.spark(), 300, 3, input);
    Path third = files(input, ".parquet").get(2);
    byte[] sound = Files.readAllBytes(third);
    FileTime time = Files.getLastModifiedTime(third);
    byte[] broken = sound.clone();
    java.util.Arrays.fill(broken, 40, broken.length / 2, (byte) 0x5a);
    replace(third, broken, time);
    Runs.of("run", input, "parquet", out, FILE_BY_FILE);
    // what is kept of the first group is taken as it is: emptied, its households are missing
    Path first = folder.resolve("out.unfinished/decided/group=0");
    for (Path file : files(first, ".parquet")) {
      Files.delete(file);
    }
    replace(third, sound, time);
    assertThat(Runs.of("run", input, "parquet", out, FILE_BY_FILE).code()).isZero();
    assertThat(Runs.results(out)).hasSize(200);
  }

  @Test
  void the_same_again_does_nothing_and_another_is_refused_until_it_may_replace() {
    Path input = folder.resolve("in");
    Path out = folder.resolve("out");
    Register.parquet(OnSpark.spark(), 60, 1, input);
    assertThat(Runs.of("run", input, "parquet", out).code()).isZero();
    List<Row> before = Runs.results(out);
    Runs.Said again = Runs.of("run", input, "parquet", out);
    assertThat(again.code()).isZero();
    assertThat(again.told()).contains("没有重做");
    Runs.Said other = Runs.of("run", input, "parquet", out, "--levels", "6");
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.told()).contains("--replace");
    assertThat(Runs.results(out)).isEqualTo(before);
    assertThat(Runs.of("run", input, "parquet", out, "--levels", "6", "--replace").code()).isZero();
    assertThat(Runs.lines(out.resolve("summary.csv"))).noneMatch(line -> line.startsWith("2,"));
    assertThat(Runs.results(out)).isEqualTo(before);
  }
}
