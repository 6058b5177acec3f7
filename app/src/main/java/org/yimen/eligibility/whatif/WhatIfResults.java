package org.yimen.eligibility.whatif;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.Page;

/** Reads whom a trial affects. */
@Repository
class WhatIfResults {

  private static final int MOST = 1_000_000;

  private static final String CHOSEN =
      """
      from eligibility.what_if_household w join registry.household h on h.id = w.household
      where w.what_if = :id
        and (:kind = '' or w.kind = :kind or (:kind = 'close' and w.close)
          or (:kind = 'open' and (w.open_before or w.open_after))
          or (:kind = 'watchEnters' and w.watch_before = 'notMet' and w.watch_after = 'met')
          or (:kind = 'watchLeaves' and w.watch_before = 'met' and w.watch_after = 'notMet'))
        and (:area = '' or starts_with(h.area, :area))
        and (:scope = '' or starts_with(h.area, :scope))
      """;

  private static final String ROWS =
      """
      select w.*, h.number, p.name as head, t.name as town, v.name as village,
        s.group_code as "group"
      from (select w.*, h.id as hid
      """
          + CHOSEN
          + """
        order by w.household limit :limit offset :offset) w
      join registry.household h on h.id = w.household
      left join registry.person p on p.id = h.head
      left join registry.area t on t.code = left(h.area, 9)
      left join registry.area v on v.code = h.area and v.level = 'village'
      left join eligibility.current_screening s on s.household = w.household
      order by w.household
      """;

  private final JdbcClient jdbc;

  WhatIfResults(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Households that go from one category to another; money in fen a month.
   *
   * @param open of them those whose pay can't be reckoned, which are not in it
   */
  record Flow(
      String kind,
      String before,
      String after,
      int households,
      int persons,
      int close,
      long payBefore,
      long payAfter,
      int open) {}

  /**
   * Households by whether they are to be watched (防止返贫监测) under either law, beside any category.
   *
   * @param before met, notMet or unknown
   */
  record WatchFlow(String before, String after, int households, int persons) {}

  /** A town, or the rest without an area, whose code is empty. */
  record TownEffect(
      String code,
      String name,
      int households,
      int entering,
      int leaving,
      int changing,
      int close,
      long payBefore,
      long payAfter,
      int open,
      int watchEntering,
      int watchLeaving) {}

  /**
   * What a group costs in a town by the law in force and by the one that is tried; money in fen a
   * month.
   *
   * @param category in which the households are by either law
   * @param householdsBefore of them by the law in force
   */
  record TownCost(
      String code,
      String name,
      String category,
      int householdsBefore,
      int householdsAfter,
      long payBefore,
      long payAfter) {}

  /**
   * A household that something changes for, or close to a line; money in fen.
   *
   * @param openBefore whether payBefore is only the least, as it can't be reckoned
   * @param watchBefore whether to be watched: met, notMet, unknown; empty in trials of old
   */
  record Affected(
      long household,
      String number,
      String head,
      String town,
      String village,
      String kind,
      String before,
      String after,
      @Nullable Long income,
      long payBefore,
      long payAfter,
      boolean close,
      @Nullable String group,
      boolean openBefore,
      boolean openAfter,
      String watchBefore,
      String watchAfter) {}

  /**
   * Which households: what happens to them ({@code close}: near a line) and where, empty for all.
   */
  record Wanted(long id, String kind, String area, String scope) {
    private Map<String, Object> parameters() {
      return new HashMap<>(Map.of("id", id, "kind", kind, "area", area, "scope", scope));
    }
  }

  List<Flow> flows(long id, String scope) {
    return jdbc.sql(
            """
            select kind, before, after, sum(households) as households, sum(persons) as persons,
              sum(close) as close, sum(pay_before) as pay_before, sum(pay_after) as pay_after,
              sum(open) as open
            from eligibility.what_if_total
            where what_if = :id and (:scope = '' or starts_with(area, :scope))
            group by kind, before, after order by sum(households) desc
            """)
        .param("id", id)
        .param("scope", scope)
        .query(Flow.class)
        .list();
  }

  List<WatchFlow> watch(long id, String scope) {
    return jdbc.sql(
            """
            select watch_before as before, watch_after as after, sum(households) as households,
              sum(persons) as persons
            from eligibility.what_if_total
            where what_if = :id and watch_before <> '' and (:scope = '' or starts_with(area, :scope))
            group by 1, 2 order by 1, 2
            """)
        .param("id", id)
        .param("scope", scope)
        .query(WatchFlow.class)
        .list();
  }

  List<TownEffect> towns(long id, String scope) {
    return jdbc.sql(
            """
            select left(t.area, 9) as code, coalesce(max(a.name), '') as name,
              sum(t.households) as households,
              coalesce(sum(t.households) filter (where t.kind = 'enters'), 0) as entering,
              coalesce(sum(t.households) filter (where t.kind = 'leaves'), 0) as leaving,
              coalesce(sum(t.households) filter (where t.kind = 'changes'), 0) as changing,
              sum(t.close) as close, sum(t.pay_before) as pay_before, sum(t.pay_after) as pay_after,
              sum(t.open) as open,
              coalesce(sum(t.households) filter (
                where t.watch_before = 'notMet' and t.watch_after = 'met'), 0) as watch_entering,
              coalesce(sum(t.households) filter (
                where t.watch_before = 'met' and t.watch_after = 'notMet'), 0) as watch_leaving
            from eligibility.what_if_total t
            left join registry.area a on a.code = left(t.area, 9)
            where t.what_if = :id and (:scope = '' or starts_with(t.area, :scope))
            group by 1 order by 1
            """)
        .param("id", id)
        .param("scope", scope)
        .query(TownEffect.class)
        .list();
  }

  /** By town and group, of groups to which anything is paid there. */
  List<TownCost> costs(long id, String scope) {
    return jdbc.sql(
            """
            select left(t.area, 9) as code, coalesce(max(a.name), '') as name, t.category,
              sum(t.households_before) as households_before,
              sum(t.households_after) as households_after,
              sum(t.pay_before) as pay_before, sum(t.pay_after) as pay_after
            from (
              select area, before as category, households as households_before,
                0 as households_after, pay_before, 0 as pay_after
              from eligibility.what_if_total where what_if = :id
              union all
              select area, after, 0, households, 0, pay_after
              from eligibility.what_if_total where what_if = :id) t
            left join registry.area a on a.code = left(t.area, 9)
            where :scope = '' or starts_with(t.area, :scope)
            group by 1, 3 having sum(t.pay_before) > 0 or sum(t.pay_after) > 0
            order by 1, 3
            """)
        .param("id", id)
        .param("scope", scope)
        .query(TownCost.class)
        .list();
  }

  Page<Affected> households(Wanted wanted, int offset, int limit) {
    Map<String, Object> values = wanted.parameters();
    long total = jdbc.sql("select count(*)\n" + CHOSEN).params(values).query(Long.class).single();
    values.put("offset", offset);
    values.put("limit", limit);
    return new Page<>(total, jdbc.sql(ROWS).params(values).query(WhatIfResults::affected).list());
  }

  /** Hands over all of them. */
  void each(Wanted wanted, Consumer<Affected> receiver) {
    Map<String, Object> values = wanted.parameters();
    values.put("offset", 0);
    values.put("limit", MOST);
    jdbc.sql(ROWS)
        .params(values)
        .query(
            row -> {
              receiver.accept(affected(row, 0));
            });
  }

  private static Affected affected(ResultSet row, int number) throws SQLException {
    return new Affected(
        row.getLong("household"),
        row.getString("number"),
        text(row, "head"),
        text(row, "town"),
        text(row, "village"),
        row.getString("kind"),
        row.getString("before"),
        row.getString("after"),
        row.getObject("income", Long.class),
        row.getLong("pay_before"),
        row.getLong("pay_after"),
        row.getBoolean("close"),
        row.getString("group"),
        row.getBoolean("open_before"),
        row.getBoolean("open_after"),
        row.getString("watch_before"),
        row.getString("watch_after"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }
}
