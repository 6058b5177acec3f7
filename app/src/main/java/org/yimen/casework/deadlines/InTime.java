package org.yimen.casework.deadlines;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.identity.Access;
import org.yimen.platform.ProblemType;

/**
 * Per cent in time. A limit counts once: kept on the day on which it was ended, or late on its last
 * day, whether ended since or not. One that runs and isn't over counts nowhere yet.
 */
@Component
class InTime {

  private static final Map<String, String> KEYS =
      Map.of("village", "area", "town", "left(area, 9)", "limit", "held");

  private static final String SETTLED =
      """
      with settled as (
        select a.area, c.held, c.name, c.stopped_on is not null and c.stopped_on <= c.due as kept
        from casework.clock c
        join casework.application a on a.id = c.application
        where starts_with(a.area, :scope) and starts_with(a.area, :area)
          and (c.stopped_on is not null or c.due < :today)
          and least(c.stopped_on, c.due) between :from and :to)
      select %s as key, coalesce(max(%s), '') as name, count(*) as all,
        count(*) filter (where kept) as kept, count(*) filter (where not kept) as late,
        round(100.0 * count(*) filter (where kept) / count(*), 1) as percent
      from settled %s
      group by 1 order by percent, late desc, 1
      """;

  private final JdbcClient jdbc;
  private final CaseClocks clocks;
  private final Access access;

  InTime(JdbcClient jdbc, CaseClocks clocks, Access access) {
    this.jdbc = jdbc;
    this.clocks = clocks;
    this.access = access;
  }

  /**
   * What is counted.
   *
   * @param from first day; the first of this month where none
   * @param to last day; today where none
   * @param by village, town or limit; village where none
   */
  record Period(
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @Nullable String by,
      @Nullable String area) {}

  /** Of all that are settled how many were kept, in per cent with one decimal. */
  record KeptShare(String key, String name, long all, long kept, long late, BigDecimal percent) {}

  List<KeptShare> of(Period period) {
    String by = Objects.requireNonNullElse(period.by(), "village");
    String key = KEYS.get(by);
    LocalDate today = clocks.today();
    LocalDate from = Objects.requireNonNullElse(period.from(), today.withDayOfMonth(1));
    LocalDate to = Objects.requireNonNullElse(period.to(), today);
    if (key == null || to.isBefore(from)) {
      throw ProblemType.INVALID_REQUEST.because(
          key == null ? "by 只能是 village、town、limit 之一。" : "结束日期不能早于开始日期。");
    }
    boolean limit = by.equals("limit");
    String query =
        SETTLED.formatted(
            key,
            limit ? "settled.name" : "r.name",
            limit ? "" : "left join registry.area r on r.code = " + key);
    return jdbc.sql(query)
        .param("scope", access.areaPrefix())
        .param("area", Objects.requireNonNullElse(period.area(), ""))
        .param("today", today)
        .param("from", from)
        .param("to", to)
        .query(KeptShare.class)
        .list();
  }
}
