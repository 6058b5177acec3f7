package org.yimen.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.exchange.loading.SealedRows;
import org.yimen.exchange.reading.Format;
import org.yimen.exchange.reading.Formats;
import org.yimen.platform.Page;

/** Reads the rows of a delivery, by page or all. */
@Repository
class RowReport {

  private static final int AT_ONCE = 2_000;

  private static final String SHOWN =
      "select r.*, registry.minor_held_back(r.person, :user, :today) as minor ";

  private static final String FILTERED =
      """
      from exchange.source_row r
      where r.delivery = :delivery
        and (cast(:outcome as text) is null or r.outcome = :outcome)
        and (cast(:link as text) is null or r.link = :link)
        and (cast(:found as bigint[]) is null or r.id = any(:found))
      """;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final TransactionTemplate transaction;
  private final Formats formats;
  private final DeliveryScope scope;
  private final SealedRows sealed;

  RowReport(
      JdbcClient jdbc,
      DataSource dataSource,
      TransactionTemplate transaction,
      Formats formats,
      DeliveryScope scope,
      SealedRows sealed) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.transaction = transaction;
    this.formats = formats;
    this.scope = scope;
    this.sealed = sealed;
  }

  /** Which rows; null or empty for all. q is looked for in the row's contents. */
  record Filter(@Nullable String outcome, @Nullable String link, @Nullable String q) {

    private Map<String, @Nullable Object> parameters(Names names) {
      Map<String, @Nullable Object> parameters = new HashMap<>(names.viewer());
      parameters.put("delivery", names.id());
      parameters.put("outcome", orNull(outcome));
      parameters.put("link", orNull(link));
      parameters.put("found", null);
      return parameters;
    }

    private static @Nullable String orNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }

  /**
   * Contents are sealed, so rows are opened one by one to look into them; what is held back isn't
   * found either.
   */
  private Map<String, @Nullable Object> parameters(Names names, Filter filter) {
    Map<String, @Nullable Object> parameters = filter.parameters(names);
    String wanted = Filter.orNull(filter.q());
    if (wanted != null) {
      String text = wanted.strip().toLowerCase(Locale.ROOT);
      List<Long> found = new ArrayList<>();
      stream(
          names,
          parameters,
          line -> {
            if (line.cells().values().stream()
                .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text))) {
              found.add(line.id());
            }
          });
      parameters.put("found", found.toArray(Long[]::new));
    }
    return parameters;
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
        .params(parameters(names, filter))
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
        .params(parameters(names, filter))
        .query(Long.class)
        .single();
  }

  /** The fields of the delivery as they follow each other in its rows. */
  List<String> fields(Names names) {
    Map<String, Integer> places = new HashMap<>();
    stream(
        names,
        new Filter(null, null, null).parameters(names),
        line -> {
          int place = 0;
          for (String field : line.cells().keySet()) {
            places.merge(field, place++, Math::min);
          }
        });
    return places.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(field -> !names.held().columns().contains(field))
        .toList();
  }

  /** Hands over all rows, holding few at a time. */
  void each(Names names, Filter filter, Consumer<Line> receiver) {
    stream(names, parameters(names, filter), receiver);
  }

  private void stream(
      Names names, Map<String, @Nullable Object> parameters, Consumer<Line> receiver) {
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(dataSource);
    named.getJdbcTemplate().setFetchSize(AT_ONCE);
    RowCallbackHandler handler = row -> receiver.accept(line(row, names));
    // the server hands rows over piece by piece only within a transaction
    transaction.executeWithoutResult(
        status -> named.query(SHOWN + FILTERED + " order by r.id", parameters, handler));
  }

  private Line line(ResultSet row, Names names) throws SQLException {
    return names.held().of(whole(row), names.format());
  }

  private Line whole(ResultSet row) throws SQLException {
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
        sealed.cells(row));
  }
}
