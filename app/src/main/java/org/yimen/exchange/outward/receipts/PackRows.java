package org.yimen.exchange.outward.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.exchange.outward.Cells;
import org.yimen.exchange.outward.UpstreamSystem;
import org.yimen.exchange.outward.UpstreamSystem.Column;
import org.yimen.exchange.outward.UpstreamSystem.Sheet;
import org.yimen.exchange.reading.text.Texts;

/** The rows of a pack, opened, found by the number and the name in them. */
@Component
class PackRows {

  private final JdbcClient jdbc;
  private final Cells cells;

  PackRows(JdbcClient jdbc, Cells cells) {
    this.jdbc = jdbc;
    this.cells = cells;
  }

  /** A row with what its cells are called. */
  record Row(
      long id,
      Sheet sheet,
      String family,
      String area,
      @Nullable Long household,
      @Nullable Long application,
      String name,
      List<String> texts) {

    String number() {
      return cell("number", "headNumber");
    }

    private String cell(String... values) {
      for (int i = 0; i < texts.size(); i++) {
        String value = sheet.columns().get(i).value();
        if (List.of(values).contains(value)) {
          return texts.get(i);
        }
      }
      return "";
    }

    /** Columns by their heads as they are compared. */
    Map<String, Integer> heads() {
      Map<String, Integer> heads = new HashMap<>();
      for (int i = 0; i < Math.min(texts.size(), sheet.columns().size()); i++) {
        Column column = sheet.columns().get(i);
        if (!column.change()) {
          heads.put(Texts.key(column.header()), i);
        }
      }
      return heads;
    }
  }

  /** All rows of a pack. */
  record All(List<Row> rows, Map<String, List<Row>> byNumber) {

    /**
     * Whom a line of the receipt means: by number, on its own sheet where the receipt has the same.
     */
    List<Row> meant(ReceiptLine line) {
      List<Row> found = byNumber.getOrDefault(key(line.number()), List.of());
      List<Row> onSheet =
          found.stream().filter(row -> row.sheet().name().equals(line.sheet())).toList();
      return onSheet.isEmpty() ? found : onSheet;
    }
  }

  private static String key(String number) {
    return Texts.key(number).toUpperCase(Locale.ROOT);
  }

  All of(long pack, UpstreamSystem system) {
    Map<String, Sheet> sheets = new HashMap<>();
    system.sheets().forEach(sheet -> sheets.put(sheet.name(), sheet));
    List<Row> rows =
        jdbc.sql(
                """
                select id, sheet, family, area, household, application, name,
                  content[1] as sealed
                from exchange.outward_row where pack = :pack and sheet = any(:sheets) order by id
                """)
            .param("pack", pack)
            .param("sheets", sheets.keySet().toArray(String[]::new))
            .query((row, number) -> row(row, sheets))
            .list();
    Map<String, List<Row>> byNumber = new HashMap<>();
    for (Row row : rows) {
      if (!row.number().isEmpty()) {
        byNumber.computeIfAbsent(key(row.number()), number -> new ArrayList<>()).add(row);
      }
    }
    return new All(rows, byNumber);
  }

  private Row row(ResultSet row, Map<String, Sheet> sheets) throws SQLException {
    long id = row.getLong("id");
    return new Row(
        id,
        Objects.requireNonNull(sheets.get(row.getString("sheet"))),
        row.getString("family"),
        row.getString("area"),
        row.getObject("household", Long.class),
        row.getObject("application", Long.class),
        row.getString("name"),
        cells.open(id, row.getBytes("sealed")));
  }
}
