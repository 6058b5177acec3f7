package org.yimen.eligibility.whatif;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.CopyRows;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trials that have been kept. */
@Repository
class WhatIfs {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

  private static final String[] TOTALS = {
    "what_if",
    "area",
    "kind",
    "before",
    "after",
    "households",
    "persons",
    "close",
    "pay_before",
    "pay_after",
    "open",
    "watch_before",
    "watch_after"
  };

  private final JdbcClient jdbc;
  private final DataSource dataSource;

  WhatIfs(JdbcClient jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /**
   * A trial that has been kept; money in fen a month.
   *
   * @param payBefore of all whose pay can be reckoned by both laws; so payAfter
   * @param open households whose pay can't be reckoned by one of the laws, in neither sum
   * @param missing ids of the parameters without a value that these amounts lack
   * @param watchEntering households that come under watch (防止返贫监测), beside any category
   */
  record Kept(
      long id,
      String name,
      LocalDate asOf,
      Map<String, String> values,
      List<String> without,
      int households,
      int persons,
      String madeBy,
      OffsetDateTime madeAt,
      int entering,
      int leaving,
      long payBefore,
      long payAfter,
      int open,
      List<String> missing,
      int watchEntering,
      int watchLeaving) {}

  static CopyRows households(DataSource dataSource) {
    return CopyRows.into(
        dataSource,
        "eligibility.what_if_household",
        "what_if",
        "household",
        "kind",
        "before",
        "after",
        "income",
        "pay_before",
        "pay_after",
        "close",
        "recipient",
        "recipient_since",
        "open_before",
        "open_after",
        "watch_before",
        "watch_after");
  }

  long begin(RunWhatIf.Trial trial, long law) {
    return jdbc.sql(
            """
            insert into eligibility.what_if
              (name, as_of, changes, without, law, made_by, parameter_value, register_at)
            values (:name, :asOf, cast(:changes as jsonb), :without, :law, :by, :value,
              (select at from registry.last_change))
            returning id
            """)
        .param("name", trial.name())
        .param("asOf", trial.asOf())
        .param("changes", JSON.writeValueAsString(trial.values()))
        .param("without", trial.without().toArray(String[]::new))
        .param("law", Long.toHexString(law))
        .param("by", trial.by())
        .param("value", trial.parameterValue())
        .query(Long.class)
        .single();
  }

  void finish(long id, Sums sums) {
    try (CopyRows rows = CopyRows.into(dataSource, "eligibility.what_if_total", TOTALS)) {
      sums.each(
          (key, sum) ->
              rows.row(
                  id,
                  key.area(),
                  key.kind(),
                  key.before(),
                  key.after(),
                  sum.households(),
                  sum.persons(),
                  sum.close(),
                  sum.payBefore(),
                  sum.payAfter(),
                  sum.open(),
                  key.watchBefore(),
                  key.watchAfter()));
    }
    jdbc.sql(
            """
            update eligibility.what_if
            set households = :households, persons = :persons, missing = :missing where id = :id
            """)
        .param("households", sums.households())
        .param("persons", sums.persons())
        .param("missing", sums.missing().toArray(String[]::new))
        .param("id", id)
        .update();
  }

  /** All but those of entered values with their sums within a scope, the newest first. */
  List<Kept> all(String scope) {
    return kept("w.parameter_value is null", 0, scope);
  }

  @Nullable Kept find(long id, String scope) {
    return kept("w.id = :id", id, scope).stream().findFirst().orElse(null);
  }

  private List<Kept> kept(String which, long id, String scope) {
    return jdbc.sql(
            """
            select w.*,
              coalesce(sum(t.households) filter (where t.kind = 'enters'), 0) as entering,
              coalesce(sum(t.households) filter (where t.kind = 'leaves'), 0) as leaving,
              coalesce(sum(t.households) filter (
                where t.watch_before = 'notMet' and t.watch_after = 'met'), 0) as watch_entering,
              coalesce(sum(t.households) filter (
                where t.watch_before = 'met' and t.watch_after = 'notMet'), 0) as watch_leaving,
              coalesce(sum(t.open), 0) as open,
              coalesce(sum(t.households), 0) as within_households,
              coalesce(sum(t.persons), 0) as within_persons,
              coalesce(sum(t.pay_before), 0) as pay_before,
              coalesce(sum(t.pay_after), 0) as pay_after
            from eligibility.what_if w left join eligibility.what_if_total t
              on t.what_if = w.id and (:scope = '' or starts_with(t.area, :scope))
            where %s group by w.id order by w.id desc
            """
                .formatted(which))
        .param("id", id)
        .param("scope", scope)
        .query((row, number) -> kept(row))
        .list();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        row.getString("name"),
        row.getObject("as_of", LocalDate.class),
        JSON.readValue(row.getString("changes"), VALUES),
        List.of((String[]) row.getArray("without").getArray()),
        row.getInt("within_households"),
        row.getInt("within_persons"),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class),
        row.getInt("entering"),
        row.getInt("leaving"),
        row.getLong("pay_before"),
        row.getLong("pay_after"),
        row.getInt("open"),
        List.of((String[]) row.getArray("missing").getArray()),
        row.getInt("watch_entering"),
        row.getInt("watch_leaving"));
  }

  /** The day that the last screening was of, or null before the first. */
  @Nullable LocalDate screenedAsOf() {
    return jdbc.sql(
            """
            select r.as_of from eligibility.current_run c
            join eligibility.screening_run r on r.id = c.run
            """)
        .query(LocalDate.class)
        .optional()
        .orElse(null);
  }

  boolean delete(long id) {
    return jdbc.sql("delete from eligibility.what_if where id = :id and parameter_value is null")
            .param("id", id)
            .update()
        > 0;
  }
}
