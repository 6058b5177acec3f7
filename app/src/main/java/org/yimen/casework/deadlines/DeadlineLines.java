package org.yimen.casework.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.LimitSentence;
import org.yimen.casework.Limits;
import org.yimen.casework.State;
import org.yimen.identity.Access;
import org.yimen.policy.facts.Coded;

/**
 * The limits that run, each with who keeps it and how far up it has gone. The information check is
 * the district's, whoever has the case (57号 第十七条).
 */
@Component
class DeadlineLines {

  private static final String RUNNING =
      """
      with running as (
        select c.*, a.number, a.applicant, a.area, a.kind, a.state, a.circumstances,
          case when d.keeps then 'district' when a.state = any(:atDeputy) then 'deputy'
            when a.state = any(:atVillage) then 'village' else 'township' end as level,
          case when c.due <= t.office then 3 when d.keeps then 0
            when c.due <= t.leader then 2 when c.due <= t.deputy then 1 else 0 end as gone_up
        from casework.clock c
        join casework.application a on a.id = c.application
        cross join lateral (
          select a.state = any(:atDistrict) or c.asked = '%s' as keeps) d
        left join %s on t.area = a.area
        where c.stopped_on is null and c.due is not null
          and starts_with(a.area, :scope) and starts_with(a.area, :area)
          and (:clock = '' or :clock in (c.asked, c.held))),
      wanted as (
        select * from running
        where (:level = '' or level = :level or :rank > 0 and gone_up >= :rank))
      """
          .formatted(Limits.CHECK, Thresholds.LINES);

  private static final String IN_STATE =
      """
      where (:state = '' or :state = 'late' and due < :today or :state = 'today' and due = :today
        or :state = 'soon' and due between :today and :today + 3
        or :state = 'escalated' and gone_up >= greatest(:rank, 1))
      """;

  private static final String LINES =
      RUNNING
          + """
          select w.*, coalesce(t.name, '') as town, coalesce(v.name, '') as village
          from wanted w
          left join registry.area t on t.code = left(w.area, 9)
          left join registry.area v on v.code = w.area and v.level = 'village'
          """
          + IN_STATE
          + " order by due, id limit :limit offset :offset";

  private static final String COUNTS =
      RUNNING
          + """
          select count(*) as all, count(*) filter (where due = :today) as today,
            count(*) filter (where due between :today and :today + 3) as soon,
            count(*) filter (where due < :today) as late,
            count(*) filter (where gone_up >= greatest(:rank, 1)) as escalated
          from wanted
          """;

  private static final Level[] UP = {null, Level.DEPUTY, Level.LEADER, Level.OFFICE};

  private final JdbcClient jdbc;
  private final Thresholds thresholds;
  private final LimitSentence sentence;
  private final CaseClocks clocks;
  private final Access access;

  DeadlineLines(
      JdbcClient jdbc,
      Thresholds thresholds,
      LimitSentence sentence,
      CaseClocks clocks,
      Access access) {
    this.jdbc = jdbc;
    this.thresholds = thresholds;
    this.sentence = sentence;
    this.clocks = clocks;
    this.access = access;
  }

  /** What is wanted; level null: of everybody; clock empty: whichever limit. */
  record Wanted(@Nullable Level level, String area, String state, String clock) {}

  /**
   * A limit that runs.
   *
   * @param kind of the case: application or recheck
   * @param level code of who has to act
   * @param escalatedTo code of the highest level that it has gone up to
   * @param why the whole of it in one sentence
   */
  record DeadlineLine(
      long application,
      String number,
      String kind,
      String applicant,
      String town,
      String village,
      String limit,
      LocalDate due,
      boolean provisional,
      String level,
      String levelTitle,
      @Nullable String escalatedTo,
      @Nullable String escalatedToTitle,
      String why) {}

  /** How many run, end today or within three days, are over, and have gone up. */
  record DeadlineCounts(long all, long today, long soon, long late, long escalated) {}

  List<DeadlineLine> page(Wanted wanted, int offset, int limit) {
    return bound(LINES, wanted)
        .param("limit", limit)
        .param("offset", offset)
        .query((row, n) -> line(row))
        .list();
  }

  void each(Wanted wanted, Consumer<DeadlineLine> deed) {
    try (Stream<DeadlineLine> lines =
        bound(LINES, wanted)
            .withFetchSize(1000)
            .param("limit", Integer.MAX_VALUE)
            .param("offset", 0)
            .query((row, n) -> line(row))
            .stream()) {
      lines.forEach(deed);
    }
  }

  long total(Wanted wanted) {
    return bound(RUNNING + "select count(*) from wanted " + IN_STATE, wanted)
        .query(Long.class)
        .single();
  }

  DeadlineCounts counts(Wanted wanted) {
    return bound(COUNTS, wanted).query(DeadlineCounts.class).single();
  }

  private JdbcClient.StatementSpec bound(String query, Wanted wanted) {
    Level level = wanted.level();
    String scope = access.areaPrefix();
    return thresholds
        .bind(jdbc.sql(query), scope, clocks.today())
        .param("scope", scope)
        .param("area", wanted.area())
        .param("today", clocks.today())
        .param("level", level == null ? "" : level.code())
        .param("rank", level == null ? 0 : level.rank())
        .param("state", wanted.state())
        .param("clock", wanted.clock())
        .param("atDeputy", Level.DEPUTY.states())
        .param("atVillage", Level.VILLAGE.states())
        .param("atDistrict", Level.DISTRICT.states());
  }

  private DeadlineLine line(ResultSet row) throws SQLException {
    Level level = Coded.of(Level.class, row.getString("level"));
    Level up = UP[row.getInt("gone_up")];
    return new DeadlineLine(
        row.getLong("application"),
        row.getString("number"),
        row.getString("kind"),
        row.getString("applicant"),
        row.getString("town"),
        row.getString("village"),
        row.getString("name"),
        row.getObject("due", LocalDate.class),
        row.getBoolean("provisional"),
        level.code(),
        level.title(),
        up == null ? null : up.code(),
        up == null ? null : up.title(),
        sentence.of(running(row, level), clocks.today()));
  }

  private static LimitSentence.Running running(ResultSet row, Level level) throws SQLException {
    State state = Coded.of(State.class, row.getString("state"));
    return new LimitSentence.Running(
        row.getString("held"),
        row.getString("name"),
        row.getString("basis"),
        row.getObject("since", LocalDate.class),
        row.getObject("due", LocalDate.class),
        row.getBoolean("provisional"),
        row.getString("area"),
        state.isOver() || level == Level.DISTRICT ? level.title() : state.holder().title(),
        List.of((String[]) row.getArray("circumstances").getArray()));
  }
}
