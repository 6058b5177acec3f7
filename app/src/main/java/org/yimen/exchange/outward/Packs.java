package org.yimen.exchange.outward;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.Access;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

/** The packs within the user's area and of their systems. */
@Repository
public class Packs {

  private static final ProblemType CLOSED =
      new ProblemType("pack-closed", HttpStatus.CONFLICT, "这一批已经办结");

  private static final String SHOWN =
      """
      select p.id, p.number, p.system, p.area, p.state, p.stored_as, p.run, p.families, p.fresh,
        p.changed, p.gone, p.left_out, p.made_at, coalesce(a.display_name, p.made_by) as made_by,
        p.answered_at, coalesce(b.display_name, p.answered_by) as answered_by, p.answer_note,
        (select count(*) from exchange.outward_difference d where d.pack = p.id) as differences,
        (select count(*) from exchange.outward_difference d
         where d.pack = p.id and d.settled is null) as unsettled
      from exchange.outward_pack p
      left join identity.account a on a.username = p.made_by
      left join identity.account b on b.username = p.answered_by
      where starts_with(p.area, :scope) and p.system = any(:systems)
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final OutwardScope scope;

  Packs(JdbcClient jdbc, Access access, Clock clock, OutwardScope scope) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.scope = scope;
  }

  /**
   * A pack; its counts are of rows, families of families.
   *
   * @param area what the codes of its areas begin with; empty for the whole district
   * @param answerNote the receipt's file, or the reason given where there is none
   */
  @Schema(name = "OutwardPackLine")
  public record Pack(
      long id,
      String number,
      String system,
      String area,
      String state,
      String storedAs,
      long run,
      int families,
      int fresh,
      int changed,
      int gone,
      int leftOut,
      OffsetDateTime madeAt,
      String madeBy,
      @Nullable OffsetDateTime answeredAt,
      @Nullable String answeredBy,
      String answerNote,
      int differences,
      int unsettled) {}

  /** A family that was left out, and why. */
  @Schema(name = "OutwardOmission")
  record Omission(
      String family,
      String name,
      @Nullable String town,
      @Nullable String village,
      @Nullable Long household,
      @Nullable Long application,
      String why) {}

  /** Begins a pack, under a number that nobody else has. */
  long begin(UpstreamSystem system, String area, String stored, long run) {
    long id =
        jdbc.sql("select nextval(pg_get_serial_sequence('exchange.outward_pack', 'id'))")
            .query(Long.class)
            .single();
    String day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
    jdbc.sql(
            """
            insert into exchange.outward_pack (id, number, system, area, stored_as, run, families,
              fresh, changed, gone, left_out, made_at, made_by)
            overriding system value
            values (:id, :number, :system, :area, :stored, :run, 0, 0, 0, 0, 0, :at, :by)
            """)
        .param("id", id)
        .param("number", "%s-%s-%d".formatted(system.prefix(), day, id))
        .param("system", system.id())
        .param("area", area)
        .param("stored", stored)
        .param("run", run)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .update();
    return id;
  }

  List<Pack> newest(int offset, int limit) {
    return jdbc.sql(SHOWN + " order by p.id desc offset :offset limit :limit")
        .param("scope", access.areaPrefix())
        .param("systems", scope.systemIds())
        .param("offset", Math.max(0, offset))
        .param("limit", Page.limit(limit))
        .query(Pack.class)
        .list();
  }

  /** The last packs of a system that are not discarded, newest first. */
  public List<Pack> lastOf(String system) {
    return jdbc.sql(
            SHOWN + " and p.system = :system and p.state <> 'discarded' order by p.id desc limit 5")
        .param("scope", access.areaPrefix())
        .param("systems", scope.systemIds())
        .param("system", system)
        .query(Pack.class)
        .list();
  }

  long count() {
    return jdbc.sql(
            """
            select count(*) from exchange.outward_pack p
            where starts_with(p.area, :scope) and p.system = any(:systems)
            """)
        .param("scope", access.areaPrefix())
        .param("systems", scope.systemIds())
        .query(Long.class)
        .single();
  }

  /**
   * The pack.
   *
   * @throws org.yimen.platform.Problem not-found
   */
  public Pack get(long id) {
    return jdbc.sql(SHOWN + " and p.id = :id")
        .param("scope", access.areaPrefix())
        .param("systems", scope.systemIds())
        .param("id", id)
        .query(Pack.class)
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这一批，或您无权查看。"));
  }

  /**
   * The pack, locked while something becomes of it.
   *
   * @throws org.yimen.platform.Problem not-found or pack-closed
   */
  public Pack lockOpen(long id) {
    Pack pack = get(id);
    String state =
        jdbc.sql("select state from exchange.outward_pack where id = :id for update")
            .param("id", id)
            .query(String.class)
            .single();
    if (!state.equals("open")) {
      throw CLOSED.because(
          state.equals("discarded")
              ? "批次 %s 已经作废，不能再载入回执。请重新生成一批。".formatted(pack.number())
              : "批次 %s 的回执已经载入过，不能再载入一次。要更正的，请在差异中处理。".formatted(pack.number()));
    }
    return pack;
  }

  /** Ends it: acknowledged or discarded. */
  public void close(long id, String state, String note) {
    jdbc.sql(
            """
            update exchange.outward_pack
            set state = :state, answer_note = :note, answered_at = :at, answered_by = :by
            where id = :id
            """)
        .param("state", state)
        .param("note", note)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .param("id", id)
        .update();
  }

  Page<Omission> omissions(long id, int offset, int limit) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("id", get(id).id());
    asked.put("offset", Math.max(0, offset));
    asked.put("limit", Page.limit(limit));
    List<Omission> items =
        jdbc.sql(
                """
                select o.family, o.name, t.name as town, v.name as village, o.household,
                  o.application, o.why
                from exchange.outward_omission o
                left join registry.area t on t.code = left(o.area, 9)
                left join registry.area v on v.code = o.area and v.level = 'village'
                where o.pack = :id order by o.area, o.name, o.family
                offset :offset limit :limit
                """)
            .params(asked)
            .query(Omission.class)
            .list();
    long total =
        jdbc.sql("select count(*) from exchange.outward_omission where pack = :id")
            .params(asked)
            .query(Long.class)
            .single();
    return new Page<>(total, items);
  }
}
