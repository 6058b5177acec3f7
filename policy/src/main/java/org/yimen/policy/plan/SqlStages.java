package org.yimen.policy.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yimen.policy.columns.GroupSteps;
import org.yimen.policy.columns.Place;

/** The stages of a statement: each a table of one place with some columns more than before. */
final class SqlStages {
  private final Map<Place, TreeMap<Integer, Stage>> stages = new EnumMap<>(Place.class);
  private final List<String> others = new ArrayList<>();
  private int last;

  /** Columns that one stage adds. */
  private static final class Stage {
    final List<String> own = new ArrayList<>();
    final List<String> ofWider = new ArrayList<>();
    final Map<String, List<String>> ofRows = new TreeMap<>();
  }

  /**
   * What stands in a place from a stage on.
   *
   * @param text an expression over that place's columns
   */
  record Expression(Place place, int stage, String text) {
    Expression with(String other) {
      return new Expression(place, stage, other);
    }
  }

  SqlStages() {
    for (Place place : Place.values()) {
      stages.put(place, new TreeMap<>());
    }
  }

  private Stage stage(Place place, int number) {
    last = Math.max(last, number);
    return ofPlace(place).computeIfAbsent(number, n -> new Stage());
  }

  private TreeMap<Integer, Stage> ofPlace(Place place) {
    TreeMap<Integer, Stage> all = stages.get(place);
    if (all == null) {
      throw new IllegalStateException("no " + place);
    }
    return all;
  }

  /** A column of its own. */
  Expression named(Expression of, String name) {
    stage(of.place, of.stage + 1).own.add(of.text + " AS " + name);
    return new Expression(of.place, of.stage + 1, name);
  }

  /** A column of the wider place, in each row of this place. */
  Expression spread(Expression wide, Place place, String name) {
    stage(place, wide.stage + 1).ofWider.add(wide.text + " AS " + name);
    return new Expression(place, wide.stage + 1, name);
  }

  /**
   * An aggregate over the rows in each row of the wider place.
   *
   * @param none what holds where there are no rows
   */
  Expression gathered(Expression rows, Place wide, String name, String none) {
    String key = rows.place + " " + rows.stage;
    stage(wide, rows.stage + 1)
        .ofRows
        .computeIfAbsent(key, k -> new ArrayList<>())
        .add(rows.text + " AS " + name);
    return new Expression(wide, rows.stage + 1, "COALESCE(" + name + ", " + none + ")");
  }

  /** A table that is no place; after it comes a new stage everywhere. */
  int other(String name, String select, int after) {
    others.add(after + "\n" + name + " AS (\n" + select + ")");
    last = Math.max(last, after);
    return after;
  }

  /** The name of a place's table as it stands after a stage. */
  String table(Place place, int stage) {
    Integer found = ofPlace(place).floorKey(stage);
    return found == null ? raw(place) : short_(place) + "_" + found;
  }

  static String raw(Place place) {
    return "y_" + short_(place);
  }

  private static String short_(Place place) {
    return place.name().toLowerCase(java.util.Locale.ROOT);
  }

  int last() {
    return last;
  }

  /** All tables in order. */
  String with() {
    List<String> tables = new ArrayList<>();
    for (int number = 0; number <= last; number++) {
      for (Place place : Place.values()) {
        Stage stage = ofPlace(place).get(number);
        if (stage != null) {
          tables.add(short_(place) + "_" + number + " AS (\n" + select(place, number, stage) + ")");
        }
      }
      for (String other : others) {
        if (other.startsWith(number + "\n")) {
          tables.add(other.substring(other.indexOf('\n') + 1));
        }
      }
    }
    return "WITH " + String.join(",\n", tables) + "\n";
  }

  private String select(Place place, int number, Stage stage) {
    StringBuilder columns = new StringBuilder("SELECT x.*");
    stage.own.forEach(c -> columns.append(", ").append(c));
    StringBuilder from = new StringBuilder("\nFROM " + table(place, number - 1) + " x");
    if (!stage.ofWider.isEmpty()) {
      stage.ofWider.forEach(c -> columns.append(", ").append(name(c)));
      from.append("\nJOIN (SELECT id AS wide_id, ").append(String.join(", ", stage.ofWider));
      from.append(" FROM ").append(table(GroupSteps.wider(place), number - 1));
      from.append(") w ON w.wide_id = x.parent");
    }
    int count = 0;
    for (var rows : stage.ofRows.entrySet()) {
      String[] key = rows.getKey().split(" ");
      String alias = "g" + count++;
      rows.getValue().forEach(c -> columns.append(", ").append(alias + "." + name(c)));
      String table = table(Place.valueOf(key[0]), Integer.parseInt(key[1]));
      from.append("\nLEFT JOIN (SELECT parent AS in_id, ")
          .append(String.join(", ", rows.getValue()))
          .append(" FROM " + table + " GROUP BY parent) " + alias)
          .append(" ON " + alias + ".in_id = x.id");
    }
    return columns.append(from).append("\n").toString();
  }

  private static String name(String column) {
    return column.substring(column.lastIndexOf(" AS ") + 4);
  }
}
