package org.yimen.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Public labelled data (Febrl 4), where they lie beside the checkout: 5,000 people and 5,000
 * damaged copies.
 */
class FebrlTest {
  private static final Path FOLDER = beside("shared/data/linkage/febrl");
  private static final List<String> DIGITS =
      List.of("street_number", "postcode", "date_of_birth", "soc_sec_id");

  /** The folder next to the checkout or further up; one that does not exist where there is none. */
  private static Path beside(String folder) {
    Path root = Path.of("").toAbsolutePath();
    while (root != null && !Files.isDirectory(root.resolve(folder))) {
      root = root.getParent();
    }
    return root == null ? Path.of(folder) : root.resolve(folder);
  }

  @Test
  void with_every_field_nearly_all_copies_are_found() throws IOException {
    assertFound(List.of(), 0.999, 0.995);
  }

  @Test
  void without_the_number_nearly_all_copies_are_found_too() throws IOException {
    assertFound(List.of("soc_sec_id"), 0.999, 0.985);
  }

  private static void assertFound(List<String> hidden, double precision, double recall)
      throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no labelled data beside the repository: " + FOLDER);
    List<String[]> left = read("dataset4a.csv");
    List<String[]> right = read("dataset4b.csv");
    List<Integer> shown = shown(left.get(0), hidden);
    List<Column> columns = shown.stream().map(i -> column(left.get(0)[i])).toList();
    List<OneToOne.Pair> pairs =
        new TableLinker(columns).link(values(left, shown), values(right, shown));
    long good =
        pairs.stream()
            .filter(p -> person(left.get(p.left() + 1)).equals(person(right.get(p.right() + 1))))
            .count();
    System.out.printf(
        "Febrl 4 without %s: precision %.5f recall %.5f%n",
        hidden, good / (double) pairs.size(), good / (double) (left.size() - 1));
    assertThat(good / (double) pairs.size()).as("precision").isGreaterThanOrEqualTo(precision);
    assertThat(good / (double) (left.size() - 1)).as("recall").isGreaterThanOrEqualTo(recall);
  }

  private static String person(String[] row) {
    return row[0].split("-")[1];
  }

  private static Column column(String name) {
    Column.Kind other = name.equals("state") ? Column.Kind.CODE : Column.Kind.TEXT;
    return new Column(name, DIGITS.contains(name) ? Column.Kind.DIGITS : other);
  }

  private static List<Integer> shown(String[] header, List<String> hidden) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 1; i < header.length; i++) {
      if (!hidden.contains(header[i])) {
        shown.add(i);
      }
    }
    return shown;
  }

  private static List<String[]> values(List<String[]> rows, List<Integer> shown) {
    return rows.stream()
        .skip(1)
        .map(row -> shown.stream().map(i -> row[i]).toArray(String[]::new))
        .toList();
  }

  private static List<String[]> read(String file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      String[] cells = line.split(",", -1);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      rows.add(cells);
    }
    return rows;
  }
}
