package org.yimen.exchange.outward.checks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.identity.Access;
import org.yimen.platform.Page;

/** What runs of the checks found, within the user's area. */
@Repository
class Findings {

  private static final int AT_ONCE = 1_000;

  private static final String WANTED =
      """
      from exchange.outward_finding f
      where f.run = :run and starts_with(f.area, :scope)
        and (:area::text is null or starts_with(f.area, :area))
        and (:code::text is null or f.code = :code)
        and (:level::text is null or f.level = :level)
      """;

  private static final String ROWS =
      """
      select f.*, t.name as town, v.name as village, a.number as application_number
      from (select f.* %s order by f.area, f.family, f.code, f.id %s) f
      left join registry.area t on t.code = left(f.area, 9)
      left join registry.area v on v.code = f.area and v.level = 'village'
      left join casework.application a on a.id = f.application
      order by f.area, f.family, f.code, f.id
      """;

  private final JdbcClient jdbc;
  private final Access access;

  Findings(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /** A run over so many families. */
  @Schema(name = "OutwardCheckRun")
  record Run(
      long id,
      String area,
      @Nullable String system,
      OffsetDateTime at,
      String by,
      int families,
      int members) {}

  /** How many families one check was not passed by. */
  @Schema(name = "OutwardFindingsOfCheck")
  record OfCheck(String code, String level, String title, String fix, int families, int findings) {}

  /** How many families of a village something was found of. */
  @Schema(name = "OutwardFindingsOfArea")
  record OfArea(
      String area, @Nullable String town, @Nullable String village, int families, int blocked) {}

  /**
   * Which findings.
   *
   * @param run none: the last
   */
  record Filter(
      @Nullable Long run, @Nullable String area, @Nullable String code, @Nullable String level) {}

  /** One finding, and where it is put right. */
  @Schema(name = "OutwardFinding")
  record Finding(
      String code,
      String level,
      String title,
      String fix,
      @Nullable String town,
      @Nullable String village,
      String name,
      @Nullable String member,
      @Nullable Long household,
      @Nullable Long application,
      @Nullable String applicationNumber) {}

  /** The run of that id, or the last one of all checks; null before the first. */
  @Nullable Run run(@Nullable Long id) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("id", id);
    asked.put("scope", access.areaPrefix());
    return jdbc.sql(
            """
            select c.id, c.area, c.system, c.at, coalesce(a.display_name, c.by) as by, c.families,
              c.members
            from exchange.outward_check c left join identity.account a on a.username = c.by
            where starts_with(c.area, :scope) and
              case when :id::bigint is null then c.system is null else c.id = :id end
            order by c.id desc limit 1
            """)
        .params(asked)
        .query(Run.class)
        .optional()
        .orElse(null);
  }

  List<OfCheck> byCheck(long run) {
    Map<String, int[]> counts = new HashMap<>();
    jdbc.sql(
            """
            select code, count(distinct family) as families, count(*) as findings
            from exchange.outward_finding
            where run = :run and starts_with(area, :scope) group by code
            """)
        .param("run", run)
        .param("scope", access.areaPrefix())
        .query(
            row -> {
              int[] count = {row.getInt("families"), row.getInt("findings")};
              counts.put(row.getString("code"), count);
            });
    return Checks.ALL.stream()
        .map(
            one -> {
              int[] count = counts.getOrDefault(one.code(), new int[2]);
              return new OfCheck(
                  one.code(), one.level(), one.title(), one.fix(), count[0], count[1]);
            })
        .toList();
  }

  List<OfArea> byArea(long run) {
    return jdbc.sql(
            """
            select f.area, t.name as town, v.name as village, f.families, f.blocked
            from (
              select area, count(distinct family) as families,
                count(distinct family) filter (where level = 'block') as blocked
              from exchange.outward_finding
              where run = :run and starts_with(area, :scope) group by area) f
            left join registry.area t on t.code = left(f.area, 9)
            left join registry.area v on v.code = f.area and v.level = 'village'
            order by f.area
            """)
        .param("run", run)
        .param("scope", access.areaPrefix())
        .query(OfArea.class)
        .list();
  }

  Page<Finding> page(Filter filter, int offset, int limit) {
    Map<String, @Nullable Object> asked = asked(filter);
    long total = jdbc.sql("select count(*) " + WANTED).params(asked).query(Long.class).single();
    asked.put("offset", Math.max(0, offset));
    asked.put("limit", Page.limit(limit));
    List<Finding> items =
        jdbc.sql(ROWS.formatted(WANTED, "offset :offset limit :limit"))
            .params(asked)
            .query(this::finding)
            .list();
    return new Page<>(total, items);
  }

  void each(Filter filter, Consumer<Finding> receiver) {
    try (Stream<Finding> all =
        jdbc
            .sql(ROWS.formatted(WANTED, ""))
            .withFetchSize(AT_ONCE)
            .params(asked(filter))
            .query(this::finding)
            .stream()) {
      all.forEach(receiver);
    }
  }

  private Map<String, @Nullable Object> asked(Filter filter) {
    Run run = run(filter.run());
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("run", run == null ? -1 : run.id());
    asked.put("scope", access.areaPrefix());
    asked.put("area", blankAsNull(filter.area()));
    asked.put("code", blankAsNull(filter.code()));
    asked.put("level", blankAsNull(filter.level()));
    return asked;
  }

  private static @Nullable String blankAsNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private Finding finding(ResultSet row, int number) throws SQLException {
    String code = row.getString("code");
    Check check = Checks.of(code);
    return new Finding(
        code,
        row.getString("level"),
        check == null ? code : check.title(),
        check == null ? "" : check.fix(),
        row.getString("town"),
        row.getString("village"),
        row.getString("name"),
        row.getString("member"),
        row.getObject("household", Long.class),
        row.getObject("application", Long.class),
        row.getString("application_number"));
  }
}
