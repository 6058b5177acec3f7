package org.yimen.batch.facts;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes households that {@link ToldHousehold} tells, in each of the three formats. */
public final class WriteRows {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private WriteRows() {}

  /** A row for Parquet, of {@link FactTable#HOUSEHOLD}'s type. */
  public static Row row(Map<String, Object> household) {
    return row(FactTable.HOUSEHOLD, household);
  }

  private static Row row(FactTable table, Map<String, Object> told) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Column column : table.columns()) {
      Object cell = told.get(column.name());
      cells.add(
          cell instanceof LocalDate day
              ? Date.valueOf(day)
              : cell instanceof List<?> items ? items.toArray() : cell);
    }
    for (FactTable.Part part : table.parts()) {
      List<Map<String, Object>> items = items(told, part.name());
      cells.add(items.stream().map(item -> row(part.table(), item)).toArray(Row[]::new));
    }
    return RowFactory.create(cells.toArray());
  }

  @SuppressWarnings("unchecked") // what a part holds
  private static List<Map<String, Object>> items(Map<String, Object> told, String part) {
    return (List<Map<String, Object>>) told.getOrDefault(part, List.of());
  }

  /** A line of JSON. */
  public static String json(Map<String, Object> household) {
    return JSON.writeValueAsString(household);
  }

  /** The first line of a table as CSV: its keys, then its columns. */
  public static String header(FactTable table) {
    List<String> names = new ArrayList<>(keys(table));
    table.columns().forEach(column -> names.add(column.name()));
    return String.join(",", names);
  }

  private static List<String> keys(FactTable table) {
    return switch (table) {
      case HOUSEHOLD -> List.of();
      case MEMBER -> List.of("household");
      case DISABILITY, OBLIGOR -> List.of("household", "member", "obligor");
      default -> List.of("household", "member");
    };
  }

  /** Lines of CSV for each table. */
  public static Map<FactTable, List<String>> csv(Map<String, Object> household) {
    Map<FactTable, List<String>> lines = new EnumMap<>(FactTable.class);
    String id = String.valueOf(household.get("id"));
    add(lines, FactTable.HOUSEHOLD, household, List.of(id, "", ""));
    return lines;
  }

  private static void add(
      Map<FactTable, List<String>> lines,
      FactTable table,
      Map<String, Object> told,
      List<String> owners) {
    List<String> cells = new ArrayList<>(owners.subList(0, keys(table).size()));
    for (Column column : table.columns()) {
      cells.add(quoted(text(told.get(column.name()))));
    }
    lines.computeIfAbsent(table, none -> new ArrayList<>()).add(String.join(",", cells));
    for (FactTable.Part part : table.parts()) {
      int number = 0;
      for (Map<String, Object> item : items(told, part.name())) {
        number++;
        String inside = part.table() == FactTable.OBLIGOR ? "o" + number : owners.get(2);
        String member =
            part.table() == FactTable.MEMBER ? String.valueOf(item.get("id")) : owners.get(1);
        add(lines, part.table(), item, List.of(owners.get(0), member, inside));
      }
    }
  }

  private static String text(@Nullable Object cell) {
    if (cell instanceof List<?> items) {
      return items.stream().map(String::valueOf).collect(Collectors.joining(";"));
    }
    return cell == null ? "" : cell.toString();
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  /** The file of a table. */
  public static String file(FactTable table) {
    return table.name().toLowerCase(Locale.ROOT) + ".csv";
  }
}
