package org.yimen.eligibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.eligibility.indication.Group;
import org.yimen.eligibility.indication.Missing;
import org.yimen.platform.Page;
import org.yimen.policy.facts.Coded;

/** Reads what the last screening suggested. */
@Repository
class ScreeningResults {

  private static final int TOWN = 9;
  private static final int VILLAGE = 12;

  /** Below this a visit would hardly change anything. */
  private static final int WORTH_A_VISIT = 20;

  record AreaGroups(
      String code, String name, String level, int households, Map<String, Integer> groups) {}

  /**
   * @param outdated whether the register has changed since the run: its results are older
   */
  record Overview(
      long runId,
      boolean outdated,
      LocalDate asOf,
      OffsetDateTime finishedAt,
      int households,
      int persons,
      Map<String, Integer> groups,
      Map<String, Integer> suggested,
      List<AreaGroups> areas) {}

  record Visit(
      long household,
      String number,
      String head,
      String town,
      String village,
      int size,
      String group,
      @Nullable String suggestedCategory,
      String certainty,
      int worth,
      String reason,
      List<String> missing) {

    /** The same with its reason as it is shown. */
    Visit saying(Function<String, String> shown) {
      return new Visit(
          household,
          number,
          head,
          town,
          village,
          size,
          group,
          suggestedCategory,
          certainty,
          worth,
          shown.apply(reason),
          missing);
    }
  }

  /** The prefix of areas in scope, that of the areas asked for, and a group; empty for all. */
  record Wanted(String scope, String area, String group) {}

  private record Count(
      @Nullable String code, String group, String suggested, int households, int persons) {}

  private record Area(String code, String name, String level) {}

  private static final String WITHIN =
      """
      from eligibility.current_screening s join registry.household h on h.id = s.household
      where (:scope = '' or starts_with(h.area, :scope))
        and (:area = '' or starts_with(h.area, :area))
      """;

  private static final String COUNTS =
      """
      select left(h.area, :digits) as code, s.group_code as "group",
        s.suggested_category as suggested, count(*) as households, sum(s.members) as persons
      """
          + WITHIN
          + "group by 1, 2, 3";

  private static final String CHOSEN =
      WITHIN
          + """
          and (:group = '' or s.group_code = :group)
          and (:group <> '' or s.worth >= %d)
          """
              .formatted(WORTH_A_VISIT);

  private static final String VISITS =
      """
      with s as materialized (
        select s.*, h.number, h.head, h.area
      """
          + CHOSEN
          + """
        order by s.worth desc, s.household limit :limit offset :offset)
      select s.*, p.name as head_name, t.name as town, v.name as village
      from s
      left join registry.person p on p.id = s.head
      left join registry.area t on t.code = left(s.area, 9)
      left join registry.area v on v.code = s.area and v.level = 'village'
      order by s.worth desc, s.household
      """;

  private final JdbcClient jdbc;
  private final ScreeningRuns runs;
  private final Clock clock;

  ScreeningResults(JdbcClient jdbc, ScreeningRuns runs, Clock clock) {
    this.jdbc = jdbc;
    this.runs = runs;
    this.clock = clock;
  }

  /** Counts within a scope; of a town's villages where area is a town, else of towns. */
  Overview overview(String scope, String area) {
    ScreeningRuns.Current run = runs.current();
    int digits = area.length() >= TOWN ? VILLAGE : TOWN;
    List<Count> counts =
        jdbc.sql(COUNTS)
            .param("digits", digits)
            .param("scope", scope)
            .param("area", area)
            .query(Count.class)
            .list();
    return new Overview(
        run == null ? 0 : run.id(),
        run != null && run.outdated(),
        run == null ? LocalDate.now(clock) : run.asOf(),
        run == null ? OffsetDateTime.now(clock) : run.finishedAt(),
        counts.stream().mapToInt(Count::households).sum(),
        counts.stream().mapToInt(Count::persons).sum(),
        groups(counts),
        suggested(counts),
        areas(counts));
  }

  private static Map<String, Integer> groups(List<Count> counts) {
    Map<String, Integer> sums = new LinkedHashMap<>();
    for (Group group : Group.values()) {
      sums.put(group.code(), 0);
    }
    counts.forEach(count -> sums.merge(count.group(), count.households(), Integer::sum));
    return sums;
  }

  private static Map<String, Integer> suggested(List<Count> counts) {
    Map<String, Integer> sums = new LinkedHashMap<>();
    counts.forEach(count -> sums.merge(count.suggested(), count.households(), Integer::sum));
    return sums;
  }

  private List<AreaGroups> areas(List<Count> counts) {
    Map<String, List<Count>> byCode = new HashMap<>();
    for (Count count : counts) {
      if (count.code() != null) {
        byCode.computeIfAbsent(count.code(), none -> new java.util.ArrayList<>()).add(count);
      }
    }
    return jdbc
        .sql("select code, name, level from registry.area where code = any(:codes) order by code")
        .param("codes", byCode.keySet().toArray(String[]::new))
        .query(Area.class)
        .list()
        .stream()
        .map(area -> area(area, byCode.getOrDefault(area.code(), List.of())))
        .toList();
  }

  private static AreaGroups area(Area area, List<Count> counts) {
    int households = counts.stream().mapToInt(Count::households).sum();
    return new AreaGroups(area.code(), area.name(), area.level(), households, groups(counts));
  }

  Page<Visit> visits(Wanted wanted, int offset, int limit) {
    Map<String, Object> values = new HashMap<>();
    values.put("scope", wanted.scope());
    values.put("area", wanted.area());
    values.put("group", wanted.group());
    long total = jdbc.sql("select count(*)\n" + CHOSEN).params(values).query(Long.class).single();
    values.put("offset", offset);
    values.put("limit", limit);
    return new Page<>(total, jdbc.sql(VISITS).params(values).query(ScreeningResults::visit).list());
  }

  private static Visit visit(ResultSet row, int number) throws SQLException {
    return new Visit(
        row.getLong("household"),
        row.getString("number"),
        text(row, "head_name"),
        text(row, "town"),
        text(row, "village"),
        row.getInt("members"),
        row.getString("group_code"),
        row.getString("suggested_category"),
        row.getString("certainty"),
        row.getInt("worth"),
        row.getString("reason"),
        Arrays.stream((String[]) row.getArray("missing").getArray())
            .map(code -> Coded.of(Missing.class, code).title())
            .toList());
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
