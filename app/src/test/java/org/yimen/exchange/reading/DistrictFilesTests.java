package org.yimen.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole invented district beside the repository, where it is there. */
class DistrictFilesTests {
  private static final Path DISTRICT = district();
  private static final Formats FORMATS = Formats.load();

  private static Path district() {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.isDirectory(root.resolve("shared/data/district"))) {
      root = root.getParent();
    }
    return root == null ? Path.of("absent") : root.resolve("shared/data/district");
  }

  @BeforeAll
  static void the_district_is_there() {
    Assumptions.assumeTrue(
        Files.isDirectory(DISTRICT.resolve("files")), "no district in ../shared: skipped");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(DISTRICT.resolve("files"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void every_row_of_the_24_files_is_accounted_for() throws IOException {
    assertThat(files()).hasSize(24);
    long all = 0;
    for (Path file : files()) {
      FileReading reading = FORMATS.open(file);
      Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
      Map<String, Integer> reasons = new HashMap<>();
      Map<String, Integer> last = new HashMap<>();
      reading.rows(
          row -> {
            counts.merge(row.outcome(), 1, Integer::sum);
            assertThat(row.row()).isEqualTo(last.merge(row.sheet(), 1, Integer::sum));
            if (row.outcome() != RowOutcome.TAKEN) {
              reasons.merge(row.outcome() + " " + row.reason(), 1, Integer::sum);
            }
          });
      int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
      assertThat((long) sum).isEqualTo(reading.rowCount());
      all += sum;
      System.out.println(
          file.getFileName() + " " + reading.format().id() + " " + sum + " " + counts);
      reasons.entrySet().stream().limit(12).forEach(r -> System.out.println("    " + r));
    }
    assertThat(all).isGreaterThan(82_000);
  }

  @Test
  void a_row_that_is_a_persons_is_never_skipped_or_refused() throws IOException {
    Map<String, Set<String>> truth = new HashMap<>();
    try (var rows =
        CsvReader.builder().ofNamedCsvRecord(DISTRICT.resolve("truth/record_truth.csv"))) {
      rows.forEach(
          row ->
              truth
                  .computeIfAbsent(row.getField("file"), f -> new HashSet<>())
                  .add(row.getField("sheet") + "#" + row.getField("row")));
    }
    List<String> wrong = new ArrayList<>();
    for (Path file : files()) {
      String name = file.getFileName().toString();
      Set<String> wanted = truth.getOrDefault(name, Set.of());
      FORMATS
          .open(file)
          .rows(
              row -> {
                boolean read = row.identity() != null;
                if (read != wanted.contains(row.sheet() + "#" + row.row())) {
                  wrong.add(name + " " + row.sheet() + " " + row.row() + " " + row.outcome());
                }
              });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void all_files_are_read_within_three_seconds() throws IOException {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (Path file : files()) {
        FORMATS.open(file).rows(row -> {});
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.println("24 files in " + best / 1_000_000 + " ms");
    assertThat(best).isLessThan(3_000_000_000L);
  }
}
