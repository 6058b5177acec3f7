package org.yimen.exchange.outward.receipts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.exchange.outward.Cells;
import org.yimen.exchange.outward.Numbers;
import org.yimen.exchange.outward.OutwardScope;
import org.yimen.identity.Access;
import org.yimen.platform.CopyRows;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.registry.MaskedNumber;

/** Where a receipt says something else than we: listed, settled by a person, never deleted. */
@Repository
class Differences {

  private static final ProblemType SETTLED =
      new ProblemType("difference-settled", HttpStatus.CONFLICT, "这处差异已经处理");

  private static final String[] COLUMNS = {
    "id", "pack", "row", "area", "household", "application", "name", "kind", "column_name", "said"
  };

  private static final String STAGE =
      """
      create temporary table outward_told (
        id bigint, pack bigint, row bigint, area text, household bigint, application bigint,
        name text, kind text, column_name text, said bytea) on commit drop
      """;

  private static final String WANTED =
      """
      from exchange.outward_difference d
      where starts_with(d.area, :scope)
        and d.pack in (select p.id from exchange.outward_pack p where p.system = any(:systems))
        and (:pack::bigint is null or d.pack = :pack)
        and (not :open or d.settled is null)
      """;

  private static final String SETTLE =
      """
      with done as (
        update exchange.outward_difference
        set settled = :settled, because = :because, settled_by = :by, settled_at = :at
        where id = :id returning row, settled)
      update exchange.outward_row r
      set again = r.again or done.settled = 'ours', settled = r.settled or done.settled = 'theirs'
      from done where r.id = done.row
      """;

  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final Cells cells;
  private final Access access;
  private final Clock clock;
  private final OutwardScope scope;

  Differences(
      JdbcClient jdbc,
      DataSource dataSource,
      Cells cells,
      Access access,
      Clock clock,
      OutwardScope scope) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.cells = cells;
    this.access = access;
    this.clock = clock;
    this.scope = scope;
  }

  /**
   * A difference as its page shows it; long numbers masked.
   *
   * @param settled ours: it goes out once more; theirs: not before it changes; noted
   */
  @Schema(name = "OutwardDifference")
  record Shown(
      long id,
      long pack,
      String packNumber,
      String kind,
      String name,
      @Nullable String town,
      @Nullable String village,
      @Nullable Long household,
      @Nullable Long application,
      String column,
      String ours,
      String theirs,
      String reason,
      @Nullable String settled,
      @Nullable String because,
      @Nullable String settledBy,
      @Nullable OffsetDateTime settledAt) {}

  void add(long pack, List<NewDifference> found) {
    Numbers numbers = new Numbers(jdbc, "exchange.outward_difference");
    // a table with policies on its rows takes no COPY
    jdbc.sql(STAGE).update();
    try (CopyRows rows = CopyRows.into(dataSource, "outward_told", COLUMNS)) {
      for (NewDifference one : found) {
        long id = numbers.next();
        rows.row(
            id,
            pack,
            one.row(),
            one.area(),
            one.household(),
            one.application(),
            one.name(),
            one.kind(),
            one.column(),
            cells.sealSaid(id, one.said()));
      }
    }
    String columns = String.join(", ", COLUMNS);
    jdbc.sql(
            "insert into exchange.outward_difference (%1$s) select %1$s from outward_told"
                .formatted(columns))
        .update();
  }

  Page<Shown> page(@Nullable Long pack, boolean open, int offset, int limit) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("scope", access.areaPrefix());
    asked.put("systems", scope.systemIds());
    asked.put("pack", pack);
    asked.put("open", open);
    long total = jdbc.sql("select count(*) " + WANTED).params(asked).query(Long.class).single();
    asked.put("offset", Math.max(0, offset));
    asked.put("limit", Page.limit(limit));
    List<Shown> items =
        jdbc.sql(
                """
                select d.*, p.number as pack_number, t.name as town, v.name as village,
                  coalesce(a.display_name, d.settled_by) as settler
                from (select d.* %s order by d.id offset :offset limit :limit) d
                join exchange.outward_pack p on p.id = d.pack
                left join registry.area t on t.code = left(d.area, 9)
                left join registry.area v on v.code = d.area and v.level = 'village'
                left join identity.account a on a.username = d.settled_by
                order by d.id
                """
                    .formatted(WANTED))
            .params(asked)
            .query(this::shown)
            .list();
    return new Page<>(total, items);
  }

  private Shown shown(ResultSet row, int number) throws SQLException {
    long id = row.getLong("id");
    List<String> said = cells.openSaid(id, row.getBytes("said"));
    return new Shown(
        id,
        row.getLong("pack"),
        row.getString("pack_number"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("town"),
        row.getString("village"),
        row.getObject("household", Long.class),
        row.getObject("application", Long.class),
        row.getString("column_name"),
        MaskedNumber.within(said.get(0)),
        MaskedNumber.within(said.get(1)),
        MaskedNumber.within(said.get(2)),
        row.getString("settled"),
        row.getString("because"),
        row.getString("settler"),
        row.getObject("settled_at", OffsetDateTime.class));
  }

  /**
   * Settles it, and says what becomes of its row.
   *
   * @throws org.yimen.platform.Problem not-found or difference-settled
   */
  void settle(long id, String settled, String because) {
    refuseSettled(id);
    jdbc.sql(SETTLE)
        .param("id", id)
        .param("settled", settled)
        .param("because", because)
        .param("by", access.user().username())
        .param("at", Timestamp.from(clock.instant()))
        .update();
  }

  private void refuseSettled(long id) {
    String before =
        jdbc.sql(
                """
                select coalesce(settled, '') from exchange.outward_difference
                where id = :id and starts_with(area, :scope) and pack in (
                  select p.id from exchange.outward_pack p where p.system = any(:systems))
                for update
                """)
            .param("systems", scope.systemIds())
            .param("id", id)
            .param("scope", access.areaPrefix())
            .query(String.class)
            .optional()
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这处差异，或您无权处理。"));
    if (!before.isEmpty()) {
      throw SETTLED.because("这处差异已经有人处理过了。请刷新查看处理结果。");
    }
  }
}
