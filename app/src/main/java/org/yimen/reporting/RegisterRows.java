package org.yimen.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.Page;

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
      @Nullable String reason) {}

  /** Which list: the filter, the prefix of the areas in scope, and the order. */
  record Wanted(RegisterFilter filter, String scope, Order order) {}

  private static final int SHORT_WAY = 2 * ListMarks.STEP;

  /** Only what chooses and orders the rows; names and results are joined to the page alone. */
  private static final String ROWS =
      """
      select h.id, h.number, h.head, h.area, h.size, h.lists,
        row_number() over (order by %2$s) as place
      from registry.household h %1$s
      where %3$s
      order by %2$s limit :limit offset :offset
      """;

  private static final String PAGE =
      """
      with h as materialized (%s)
      select h.*, p.name as head_name, t.name as town, v.name as village,
        s.suggested_category, s.group_code, s.certainty, s.watch_kind, s.reason
      from h
      left join registry.person p on p.id = h.head
      left join registry.area t on t.code = left(h.area, 9)
      left join registry.area v on v.code = h.area and v.level = 'village'
      left join eligibility.current_screening s on s.household = h.id
      order by h.place
      """;

  private static final String MARKS =
      """
      select key, number
      from (
        select %2$s as key, h.number, row_number() over (order by %3$s) - 1 as place
        from registry.household h %1$s
        where %4$s) rows
      where place %% :step = 0
      order by place
      """;

  /** Ids only grow, and each delivery and each screening adds some. */
  private static final String STATE =
      """
      select concat_ws('.',
        (select max(id) from registry.household), (select max(id) from registry.person),
        (select max(id) from registry.fact), (select run from eligibility.current_run))
      """;

  private final JdbcClient jdbc;
  private final ListMarks marks = new ListMarks();

  RegisterRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<HouseholdRow> page(Wanted wanted, int offset, int limit) {
    RegisterFilter.Clause clause = wanted.filter().clause(wanted.scope());
    String state = jdbc.sql(STATE).query(String.class).single();
    ListMarks.Known known = marks.of(state, wanted, () -> count(wanted.filter(), clause));
    ListMarks.Mark mark =
        offset < SHORT_WAY || offset >= known.total()
            ? null
            : known.before(offset, () -> marks(wanted, clause));
    Map<String, Object> values = new HashMap<>(clause.values());
    values.put("limit", limit);
    values.put("offset", mark == null ? offset : offset % ListMarks.STEP);
    String where = clause.text();
    if (mark != null) {
      where += "\n and " + wanted.order().from();
      values.put("markKey", mark.key());
      values.put("markNumber", mark.number());
    }
    String rows = ROWS.formatted(screening(wanted), wanted.order().by(), where);
    return new Page<>(
        known.total(),
        jdbc.sql(PAGE.formatted(rows)).params(values).query(RegisterRows::row).list());
  }

  private long count(RegisterFilter filter, RegisterFilter.Clause clause) {
    String join = filter.byScreening() ? joined(true) : "";
    String query = "select count(*) from registry.household h %s where %s";
    return jdbc.sql(query.formatted(join, clause.text()))
        .params(clause.values())
        .query(Long.class)
        .single();
  }

  private List<ListMarks.Mark> marks(Wanted wanted, RegisterFilter.Clause clause) {
    Order order = wanted.order();
    return jdbc.sql(MARKS.formatted(screening(wanted), order.key(), order.by(), clause.text()))
        .params(clause.values())
        .param("step", ListMarks.STEP)
        .query((row, n) -> new ListMarks.Mark(row.getObject("key"), row.getString("number")))
        .list();
  }

  /** Rows without a result stay in the list unless results choose the rows. */
  private static String screening(Wanted wanted) {
    if (wanted.filter().byScreening()) {
      return joined(true);
    }
    return wanted.order().needsScreening() ? joined(false) : "";
  }

  private static String joined(boolean only) {
    return (only ? "" : "left ") + "join eligibility.current_screening s on s.household = h.id";
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
