package org.yimen.batch.output;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Households, persons and what they cost, by area and category. */
final class AreaSums {
  private static final List<String> OF_ONE =
      List.of("households", "persons", "watched", "monthlyLow", "monthlyHigh", "openAmounts");
  private static final List<String> OF_TWO =
      List.of("households", "persons", "beforeLow", "beforeHigh", "afterLow", "afterHigh");

  private final Dataset<Row> results;
  private final List<Integer> levels;
  private final Map<String, String> names;

  /**
   * @param levels how many digits of the area make a sum: 2 a province, 4 a prefecture, 6 a county
   * @param names of areas, as far as known
   */
  AreaSums(Dataset<Row> results, List<Integer> levels, Map<String, String> names) {
    this.results = results;
    this.levels = levels;
    this.names = names;
  }

  /** By category. */
  void write(Workplace place) {
    Column[] sums = {
      count(lit(1)).as("households"),
      sum("members").as("persons"),
      count_if(col("watch").equalTo("met")).as("watched"),
      sum("monthlyLow").as("monthlyLow"),
      sum("monthlyHigh").as("monthlyHigh"),
      count_if(col("monthlyHigh").isNull()).as("openAmounts")
    };
    write(place, List.of("category"), OF_ONE, sums);
  }

  /** By what changes, from which category to which. */
  void writeCompared(Workplace place) {
    Column[] sums = {
      count(lit(1)).as("households"),
      sum("members").as("persons"),
      sum("monthlyLow").as("beforeLow"),
      sum("monthlyHigh").as("beforeHigh"),
      sum("tried_monthlyLow").as("afterLow"),
      sum("tried_monthlyHigh").as("afterHigh")
    };
    write(place, List.of("change", "category", "tried_category"), OF_TWO, sums);
  }

  private void write(Workplace place, List<String> by, List<String> figures, Column[] sums) {
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(place.create("summary.csv"), StandardCharsets.UTF_8))) {
      CsvText csv = new CsvText(out);
      Stream<String> header =
          Stream.of(List.of("level", "area", "name"), by, figures).flatMap(List::stream);
      csv.row(header.toList());
      for (int level : levels) {
        List<Column> group = new ArrayList<>();
        group.add(substring(col("area"), 1, level).as("place"));
        by.forEach(name -> group.add(col(name)));
        List<Row> rows =
            results
                .groupBy(group.toArray(Column[]::new))
                .agg(sums[0], java.util.Arrays.copyOfRange(sums, 1, sums.length))
                .orderBy("place", by.toArray(String[]::new))
                .collectAsList();
        for (Row row : rows) {
          csv.row(cells(level, row));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> cells(int level, Row row) {
    List<String> cells = new ArrayList<>();
    String area = row.getString(0);
    cells.add(String.valueOf(level));
    cells.add(area);
    cells.add(names.getOrDefault(area, ""));
    for (int i = 1; i < row.size(); i++) {
      Object cell = row.get(i);
      cells.add(
          cell instanceof BigDecimal sum
              ? sum.setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString()
              : cell == null ? "" : cell.toString());
    }
    return cells;
  }
}
