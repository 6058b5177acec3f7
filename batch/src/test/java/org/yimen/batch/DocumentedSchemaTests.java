package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.yimen.batch.deciding.DecidedRow;
import org.yimen.batch.facts.Column;
import org.yimen.batch.facts.FactTable;

/** Every column stands in the document, and is marked there where it must not be empty. */
class DocumentedSchemaTests {
  private static final List<String> LINES = Runs.lines(Path.of("../docs/spec/batch.md"));

  @Test
  void every_column_of_input_is_documented_with_its_table() {
    for (FactTable table : FactTable.values()) {
      String name = table.name().toLowerCase(Locale.ROOT);
      String row =
          LINES.stream().filter(line -> line.matches("\\| " + name + "[ (].*")).findFirst().get();
      for (Column column : table.columns()) {
        assertThat(row).contains("`" + column.name() + "`" + (column.required() ? "!" : ""));
      }
      assertThat(row.split("`!", -1))
          .hasSize(1 + (int) table.columns().stream().filter(Column::required).count());
    }
  }

  @Test
  void every_column_of_results_is_documented() {
    String text = String.join("\n", LINES);
    for (String column : DecidedRow.VERDICT) {
      assertThat(text).contains("`" + column + "`");
    }
  }
}
