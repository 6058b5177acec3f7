package org.yimen.platform.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yimen.platform.database.ModuleMigrations;

/** The tables of all modules, whatever they are; nobody has to add one to a list. */
final class Catalog {

  /** Sessions end with a backup, and histories come from migrating. */
  private static final String TABLES =
      """
      select n.nspname || '.' || c.relname as name, a.attname as col
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and a.attgenerated = ''
      where c.relkind = 'r' and n.nspname in (%s)
        and c.relname <> 'flyway_schema_history'
        and not (n.nspname = 'identity' and c.relname in ('session', 'session_attributes'))
      order by 1, a.attnum
      """;

  /**
   * A reference that can wait until the end says nothing about the order: tables may form a ring.
   */
  private static final String REFERENCES =
      """
      select n.nspname || '.' || c.relname as name, m.nspname || '.' || o.relname as other
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class o on o.oid = k.confrelid join pg_namespace m on m.oid = o.relnamespace
      where k.contype = 'f' and k.conrelid <> k.confrelid and not k.condeferrable
      """;

  private static final String SEQUENCES =
      """
      select schemaname || '.' || sequencename as name, last_value from pg_sequences
      where last_value is not null and schemaname in (%s) order by 1
      """;

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  private static String schemas() {
    return "'" + String.join("', '", ModuleMigrations.modules()) + "'";
  }

  /** What is done with each row. */
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String query, Row row) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        row.take(rows);
      }
    }
  }

  /** All tables, those that others refer to first. */
  List<Contents.Table> tables() throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    each(
        TABLES.formatted(schemas()),
        row ->
            columns
                .computeIfAbsent(row.getString("name"), none -> new ArrayList<>())
                .add('"' + row.getString("col") + '"'));
    Map<String, Set<String>> references = new HashMap<>();
    each(
        REFERENCES,
        row ->
            references
                .computeIfAbsent(row.getString("name"), none -> new LinkedHashSet<>())
                .add(row.getString("other")));
    Set<String> ordered = new LinkedHashSet<>();
    columns.keySet().forEach(table -> add(table, references, ordered));
    return ordered.stream()
        .filter(columns::containsKey)
        .map(table -> new Contents.Table(table, columns.getOrDefault(table, List.of())))
        .toList();
  }

  private static void add(String table, Map<String, Set<String>> references, Set<String> ordered) {
    if (!ordered.contains(table)) {
      references.getOrDefault(table, Set.of()).forEach(other -> add(other, references, ordered));
      ordered.add(table);
    }
  }

  List<Contents.Sequence> sequences() throws SQLException {
    List<Contents.Sequence> found = new ArrayList<>();
    each(
        SEQUENCES.formatted(schemas()),
        row -> found.add(new Contents.Sequence(row.getString("name"), row.getLong("last_value"))));
    return found;
  }

  /** The version of each module's tables. */
  Map<String, String> modules() throws SQLException {
    Map<String, String> versions = new LinkedHashMap<>();
    for (String module : ModuleMigrations.modules()) {
      if (has(module, "flyway_schema_history")) {
        each(
            """
            select version from %s.flyway_schema_history
            where success and version is not null order by installed_rank desc limit 1
            """
                .formatted(module),
            row -> versions.put(module, row.getString("version")));
      }
    }
    return versions;
  }

  private boolean has(String schema, String table) throws SQLException {
    boolean[] found = {false};
    each(
        "select to_regclass('%s.%s') is not null".formatted(schema, table),
        row -> found[0] = row.getBoolean(1));
    return found[0];
  }

  boolean empty(String table) throws SQLException {
    boolean[] some = {false};
    each("select exists (select from %s)".formatted(table), row -> some[0] = row.getBoolean(1));
    return !some[0];
  }

  /** Whether any module has made its tables here. */
  boolean anyModule() throws SQLException {
    boolean any = false;
    for (String module : ModuleMigrations.modules()) {
      any |= has(module, "flyway_schema_history");
    }
    return any;
  }
}
