package org.yimen.exchange.outward.copying;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.exchange.outward.Cells;
import org.yimen.exchange.outward.Packs;
import org.yimen.exchange.outward.UpstreamSystem;
import org.yimen.exchange.outward.UpstreamSystem.Column;
import org.yimen.exchange.outward.UpstreamSystems;
import org.yimen.identity.Access;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.registry.MaskedNumber;

/** Rows of packs as somebody types them into a screen: who did which, and when. */
@Repository
class RowsToCopy {

  private static final ProblemType COPIED =
      new ProblemType("already-copied", HttpStatus.CONFLICT, "这一行已经抄录");

  private static final Map<String, String> CHANGES =
      Map.of("new", "新增", "changed", "变更", "left", "退出");

  private final JdbcClient jdbc;
  private final Packs packs;
  private final UpstreamSystems systems;
  private final Cells cells;
  private final Access access;
  private final Clock clock;

  RowsToCopy(
      JdbcClient jdbc,
      Packs packs,
      UpstreamSystems systems,
      Cells cells,
      Access access,
      Clock clock) {
    this.jdbc = jdbc;
    this.packs = packs;
    this.systems = systems;
    this.cells = cells;
    this.access = access;
    this.clock = clock;
  }

  /** A family of a pack, and how many of its rows are copied. */
  @Schema(name = "OutwardFamilyToCopy")
  record FamilyToCopy(
      String family,
      String name,
      @Nullable String town,
      @Nullable String village,
      int rows,
      int copied) {}

  /**
   * A field of the screen.
   *
   * @param masked the value has to be asked for by itself, which the audit is told
   */
  @Schema(name = "OutwardField")
  record Field(int place, String head, String value, boolean masked) {}

  /** A row in the order of the screen. */
  @Schema(name = "OutwardRowToCopy")
  record RowToCopy(
      long id,
      String sheet,
      String name,
      String change,
      List<Field> fields,
      @Nullable OffsetDateTime copiedAt,
      @Nullable String copiedBy) {}

  Page<FamilyToCopy> families(long pack, int offset, int limit) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("pack", packs.get(pack).id());
    asked.put("offset", Math.max(0, offset));
    asked.put("limit", Page.limit(limit));
    List<FamilyToCopy> items =
        jdbc.sql(
                """
                select f.family, f.name, t.name as town, v.name as village, f.rows, f.copied
                from (
                  select family, (array_agg(name order by id))[1] as name, max(area) as area,
                    count(*) as rows, count(copied_at) as copied
                  from exchange.outward_row where pack = :pack
                  group by family order by max(area), family offset :offset limit :limit) f
                left join registry.area t on t.code = left(f.area, 9)
                left join registry.area v on v.code = f.area and v.level = 'village'
                order by f.area, f.family
                """)
            .params(asked)
            .query(FamilyToCopy.class)
            .list();
    long total =
        jdbc.sql("select count(distinct family) from exchange.outward_row where pack = :pack")
            .params(asked)
            .query(Long.class)
            .single();
    return new Page<>(total, items);
  }

  List<RowToCopy> of(long pack, String family) {
    UpstreamSystem system = systems.get(packs.get(pack).system());
    return jdbc.sql(
            """
            select r.id, r.sheet, r.name, r.change, r.content[1] as sealed, r.copied_at,
              coalesce(a.display_name, r.copied_by) as copied_by
            from exchange.outward_row r left join identity.account a on a.username = r.copied_by
            where r.pack = :pack and r.family = :family order by r.id
            """)
        .param("pack", pack)
        .param("family", family)
        .query((row, number) -> row(system, row))
        .list();
  }

  private RowToCopy row(UpstreamSystem system, ResultSet row) throws SQLException {
    long id = row.getLong("id");
    String change = row.getString("change");
    return new RowToCopy(
        id,
        row.getString("sheet"),
        row.getString("name"),
        change,
        fields(
            columns(system, row.getString("sheet")),
            cells.open(id, row.getBytes("sealed")),
            CHANGES.getOrDefault(change, change)),
        row.getObject("copied_at", OffsetDateTime.class),
        row.getString("copied_by"));
  }

  private static List<Column> columns(UpstreamSystem system, String sheet) {
    return system.sheets().stream()
        .filter(one -> one.name().equals(sheet))
        .findFirst()
        .map(UpstreamSystem.Sheet::columns)
        .orElse(List.of());
  }

  private static List<Field> fields(List<Column> columns, List<String> texts, String change) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
      Column column = columns.get(i);
      String text = column.change() ? change : texts.get(i);
      boolean masked = column.identifies() && !text.isEmpty();
      String shown = masked ? MaskedNumber.of(text) : text;
      fields.add(new Field(i, column.header(), shown == null ? "" : shown, masked));
    }
    return fields;
  }

  /** What stands masked in a field. */
  String revealed(long pack, long row, int place) {
    packs.get(pack);
    List<String> texts =
        jdbc.sql("select content[1] from exchange.outward_row where pack = :pack and id = :row")
            .param("pack", pack)
            .param("row", row)
            .query(byte[].class)
            .optional()
            .map(kept -> cells.open(row, kept))
            .orElse(List.of());
    if (place < 0 || place >= texts.size()) {
      throw ProblemType.NOT_FOUND.because("没有这一项，请刷新后再试。");
    }
    return texts.get(place);
  }

  /** Notes who typed a row in; a second one is told who was first. */
  void copied(long pack, long row) {
    packs.get(pack);
    int done =
        jdbc.sql(
                """
                update exchange.outward_row set copied_at = :at, copied_by = :by
                where pack = :pack and id = :row and copied_at is null
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", access.user().username())
            .param("pack", pack)
            .param("row", row)
            .update();
    if (done == 0) {
      throw COPIED.because("这一行已经有人抄录过，或者不在这一批里。请刷新查看是谁、什么时候抄录的。");
    }
  }
}
