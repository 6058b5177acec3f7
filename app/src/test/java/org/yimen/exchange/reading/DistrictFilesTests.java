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
    Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
    long expected = 0;
    for (Path file : files()) {
      FileReading reading = FORMATS.open(file);
      expected += reading.rowCount();
      Map<String, Integer> last = new HashMap<>();
      reading.rows(
          row -> {
            counts.merge(row.outcome(), 1, Integer::sum);
            assertThat(row.row()).isEqualTo(last.merge(row.sheet(), 1, Integer::sum));
            assertThat(row.reason() == null).isEqualTo(row.outcome() == RowOutcome.TAKEN);
          });
    }
    assertThat(counts.values().stream().mapToLong(count -> count).sum()).isEqualTo(expected);
    assertThat(counts)
        .containsEntry(RowOutcome.TAKEN, 82_710)
        .containsEntry(RowOutcome.DOUBTFUL, 35)
        .containsEntry(RowOutcome.SKIPPED, 141)
        .doesNotContainKey(RowOutcome.REFUSED);
  }

  @Test
  void where_a_file_names_a_place_nearly_every_row_finds_its_village() throws IOException {
    int[] known = {0, 0};
    for (Path file : files()) {
      FORMATS
          .open(file)
          .rows(
              row -> {
                if (row.identity() != null && row.values().containsKey("address")) {
                  known[row.identity().areaCode() == null ? 0 : 1]++;
                }
              });
    }
    assertThat(known[1]).isGreaterThan(50_000);
    assertThat(known[0]).isZero();
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
}
