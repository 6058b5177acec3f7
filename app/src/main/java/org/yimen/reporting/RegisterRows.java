package org.yimen.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.Page;
import org.yimen.registry.CitizenNumbers;

/** The households of the register, each with its last screening result. */
@Repository
class RegisterRows {

  /** Codes of lists, category and group as everywhere; nulls where nobody screened yet. */
  record HouseholdRow(
      long id,
      String number,
      String head,
      String town,
      String village,
      int size,
      List<String> lists,
      @Nullable String suggestedCategory,
      @Nullable String group,
      @Nullable String certainty,
      @Nullable String watchKind,
      @Nullable String reason) {

    /** The same with its reason as it is shown. */
    HouseholdRow saying(Function<String, String> shown) {
      return new HouseholdRow(
          id,
          number,
          head,
          town,
          village,
          size,
          lists,
          suggestedCategory,
          group,
          certainty,
          watchKind,
          reason == null ? null : shown.apply(reason));
    }
  }

  /** Which list: the filter, the prefix of the areas in scope, and the order. */
  record Wanted(RegisterFilter filter, String scope, Order order) {}

  private static final String IDS =
      """
      select h.id
      from registry.household h %s
      where %s
      order by %s, h.number
      """;

  private static final String PAGE =
      """
      select h.*, p.name as head_name, t.name as town, v.name as village,
        s.suggested_category, s.group_code, s.certainty, s.watch_kind, s.reason
      from unnest(:ids) with ordinality as wanted (id, place)
      join registry.household h on h.id = wanted.id
      left join registry.person p on p.id = h.head
      left join registry.area t on t.code = left(h.area, 9)
      left join registry.area v on v.code = h.area and v.level = 'village'
      left join eligibility.current_screening s on s.household = h.id
      order by wanted.place
      """;

  /** Ids only grow, and each delivery and each screening adds some. */
  private static final String STATE =
      """
      select concat_ws('.',
        (select max(id) from registry.household), (select max(id) from registry.person),
        (select max(id) from registry.fact), (select run from eligibility.current_run))
      """;

  private final JdbcClient jdbc;
  private final CitizenNumbers numbers;
  private final FoundRows found = new FoundRows();

  RegisterRows(JdbcClient jdbc, CitizenNumbers numbers) {
    this.jdbc = jdbc;
    this.numbers = numbers;
  }

  Page<HouseholdRow> page(Wanted wanted, int offset, int limit) {
    String state = jdbc.sql(STATE).query(String.class).single();
    long[] ids = found.of(state, wanted, () -> ids(wanted));
    int from = Math.min(offset, ids.length);
    long[] shown = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + limit));
    List<HouseholdRow> rows =
        shown.length == 0
            ? List.of()
            : jdbc.sql(PAGE).param("ids", shown).query(RegisterRows::row).list();
    return new Page<>(ids.length, rows);
  }

  private long[] ids(Wanted wanted) {
    RegisterFilter.Clause clause = wanted.filter().clause(wanted.scope(), numbers::endingWith);
    LongStream.Builder ids = LongStream.builder();
    jdbc.sql(IDS.formatted(screening(wanted), clause.text(), wanted.order().key()))
        .params(clause.values())
        .query((RowCallbackHandler) row -> ids.add(row.getLong(1)));
    return ids.build().toArray();
  }

  /** Households without a result stay in the list unless results choose them. */
  private static String screening(Wanted wanted) {
    String join = "join eligibility.current_screening s on s.household = h.id";
    if (wanted.filter().byScreening()) {
      return join;
    }
    return wanted.order().needsScreening() ? "left " + join : "";
  }

  static HouseholdRow row(ResultSet row, int number) throws SQLException {
    return new HouseholdRow(
        row.getLong("id"),
        row.getString("number"),
        textOf(row, "head_name"),
        textOf(row, "town"),
        textOf(row, "village"),
        row.getInt("size"),
        Arrays.asList((String[]) row.getArray("lists").getArray()),
        row.getString("suggested_category"),
        row.getString("group_code"),
        row.getString("certainty"),
        row.getString("watch_kind"),
        row.getString("reason"));
  }

  private static String textOf(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
