package org.yimen.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.exchange.reading.Format;
import org.yimen.exchange.reading.Formats;
import org.yimen.platform.Page;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of a delivery, by page or all. */
@Repository
class RowReport {

  private static final int AT_ONCE = 2_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  private static final String SHOWN =
      "select r.*, registry.minor_held_back(r.person, :user, :today) as minor ";

  private static final String FILTERED =
      """
      from exchange.source_row r
      where r.delivery = :delivery
        and (cast(:outcome as text) is null or r.outcome = :outcome)
        and (cast(:link as text) is null or r.link = :link)
        and (cast(:q as text) is null or not r.sheet like any (:sheets)
          and (r.cells::jsonb - cast(:columns as text[]))::text ilike :q)
      """;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final Formats formats;
  private final DeliveryScope scope;

  RowReport(
      JdbcClient jdbc,
      DataSource dataSource,
      TransactionTemplate transaction,
      Formats formats,
      DeliveryScope scope) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.transaction = transaction;
    this.formats = formats;
    this.scope = scope;
  }

  /** Which rows; null or empty for all. q is looked for in the row's contents. */
  record Filter(@Nullable String outcome, @Nullable String link, @Nullable String q) {

    /** What is held back isn't found either. */
    private Map<String, @Nullable Object> parameters(Names names) {
      Map<String, @Nullable Object> parameters = new HashMap<>(names.viewer());
      parameters.put("delivery", names.id());
      parameters.put("columns", names.held().columns().toArray(String[]::new));
      parameters.put(
          "sheets",
          names.held().sheets().stream().map(part -> "%" + part + "%").toArray(String[]::new));
      parameters.put("outcome", orNull(outcome));
      parameters.put("link", orNull(link));
      String text = orNull(q);
      parameters.put(
          "q", text == null ? null : "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
      return parameters;
    }

    private static @Nullable String orNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }

  record Line(
      long id,
      String sheet,
      int row,
      String outcome,
      @Nullable String reason,
      String link,
      @Nullable String linkReason,
      @Nullable Long person,
      @Nullable Long household,
      boolean minor,
      Map<String, String> cells) {}

  /** What the delivery's fields and codes are called, and what of them who reads is not shown. */
  record Names(
      long id,
      String fileName,
      @Nullable Format format,
      HeldBack held,
      Map<String, @Nullable Object> viewer) {

    String label(String field) {
      return format == null ? field : format.label(field);
    }

    String text(String field, String value) {
      return format == null ? value : format.text(field, value);
    }
  }

  /** Also refuses a delivery that the user may not see. */
  Names names(long delivery) {
    return jdbc.sql(
            "select d.file_name, d.format from exchange.delivery d where d.id = :id and "
                + DeliveryScope.VISIBLE)
        .params(scope.parameters())
        .param("id", delivery)
        .query(
            (row, number) -> {
              String format = row.getString("format");
              return new Names(
                  delivery,
                  row.getString("file_name"),
                  format == null ? null : formats.get(format),
                  scope.heldBack(format),
                  scope.viewer());
            })
        .optional()
        .orElseThrow(DeliveryScope::notThere);
  }

  List<Line> page(Names names, Filter filter, int offset, int limit) {
    return jdbc.sql(SHOWN + FILTERED + " order by r.id offset :offset limit :limit")
        .params(filter.parameters(names))
        .param("offset", Math.max(0, offset))
        .param("limit", Page.limit(limit))
        .query((row, number) -> line(row, names))
        .list();
  }

  @Nullable Line line(Names names, long row) {
    return jdbc.sql(SHOWN + "from exchange.source_row r where delivery = :delivery and id = :row")
        .params(names.viewer())
        .param("delivery", names.id())
        .param("row", row)
        .query((found, number) -> line(found, names))
        .optional()
        .orElse(null);
  }

  long count(Names names, Filter filter) {
    return jdbc.sql("select count(*) " + FILTERED)
        .params(filter.parameters(names))
        .query(Long.class)
        .single();
  }

  /** The fields of the delivery as they follow each other in its rows. */
  List<String> fields(Names names) {
    List<String> fields =
        jdbc.sql(
                """
            select k.field
            from exchange.source_row r
            cross join json_object_keys(r.cells) with ordinality k (field, place)
            where r.delivery = :delivery group by k.field order by min(k.place), k.field
            """)
            .param("delivery", names.id())
            .query(String.class)
            .list();
    return fields.stream().filter(field -> !names.held().columns().contains(field)).toList();
  }

  /** Hands over all rows, holding few at a time. */
  void each(Names names, Filter filter, Consumer<Line> receiver) {
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(dataSource);
    named.getJdbcTemplate().setFetchSize(AT_ONCE);
    RowCallbackHandler handler = row -> receiver.accept(line(row, names));
    // the server hands rows over piece by piece only within a transaction
    transaction.executeWithoutResult(
        status ->
            named.query(SHOWN + FILTERED + " order by r.id", filter.parameters(names), handler));
  }

  private static Line line(ResultSet row, Names names) throws SQLException {
    return names.held().of(whole(row), names.format());
  }

  private static Line whole(ResultSet row) throws SQLException {
    String cells = row.getString("cells");
    return new Line(
        row.getLong("id"),
        row.getString("sheet"),
        row.getInt("row"),
        row.getString("outcome"),
        row.getString("reason"),
        row.getString("link"),
        row.getString("link_reason"),
        row.getObject("person", Long.class),
        row.getObject("household", Long.class),
        row.getBoolean("minor"),
        cells == null ? Map.of() : JSON.readValue(cells, CELLS));
  }
}
