package org.yimen.eligibility;

import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.platform.CsvRows;

/** Writes the last screening as a table, see {@code docs/spec/exports.md}. */
@Component
class WriteScreening {

  static final String CSV = "text/csv;charset=UTF-8";

  private static final int AT_ONCE = 2_000;

  private static final String ROWS =
      """
      select h.number, s.suggested_category, s.watch_kind, s.group_code, s.certainty, s.reason,
        array_to_string(s.missing, ';') as missing,
        (select string_agg(m.person::text, ';' order by m.person)
         from registry.membership m
         where m.household = h.id and m.valid_to is null) as members
      from eligibility.current_screening s join registry.household h on h.id = s.household
      where :scope = '' or starts_with(h.area, :scope)
      order by h.number
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  WriteScreening(DataSource dataSource, TransactionTemplate transaction) {
    JdbcTemplate plain = new JdbcTemplate(dataSource);
    plain.setFetchSize(AT_ONCE);
    this.jdbc = new NamedParameterJdbcTemplate(plain);
    this.transaction = transaction;
  }

  /**
   * Writes the households whose areas begin with the scope; returns how many.
   *
   * @param shown makes of a reason what who reads it may see
   */
  int write(String scope, UnaryOperator<String> shown, OutputStream stream) {
    int[] count = {0};
    try (CsvRows out =
        CsvRows.to(
            stream,
            "household",
            "members",
            "suggestedCategory",
            "watchKind",
            "group",
            "certainty",
            "missing",
            "reason")) {
      // the server hands rows over piece by piece only within a transaction
      transaction.executeWithoutResult(
          status ->
              jdbc.query(
                  ROWS,
                  java.util.Map.of("scope", scope),
                  row -> {
                    count[0]++;
                    out.row(cells(row, shown));
                  }));
    }
    return count[0];
  }

  private static @Nullable Object[] cells(ResultSet row, UnaryOperator<String> shown)
      throws SQLException {
    return new @Nullable Object[] {
      row.getString("number"),
      row.getString("members"),
      row.getString("suggested_category"),
      row.getString("watch_kind"),
      row.getString("group_code"),
      row.getString("certainty"),
      row.getString("missing"),
      shown.apply(row.getString("reason"))
    };
  }
}
