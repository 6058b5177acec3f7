package org.yimen.casework.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.casework.State;
import org.yimen.platform.SheetWriter;
import org.yimen.platform.SheetWriter.Column;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/**
 * Writes ledgers as they are kept on paper: title, area and period, serial numbers, a line each.
 */
@Component
class WriteLedgers {

  private static final List<Column> APPLICATIONS =
      List.of(
          new Column("序号", 7),
          new Column("受理编号", 24),
          new Column("登记日期", 13),
          new Column("申请人", 20),
          new Column("乡镇（街道）", 16),
          new Column("村（社区）", 16),
          new Column("申请事项", 22),
          new Column("提出方式", 14),
          new Column("受托人", 14),
          new Column("受理日期", 13),
          new Column("办理状态", 16),
          new Column("决定类别", 22),
          new Column("保障人数", 9),
          new Column("每月金额（元）", 14),
          new Column("决定日期", 13),
          new Column("办理天数", 9));

  private static final List<Column> VISITS =
      List.of(
          new Column("序号", 7),
          new Column("调查日期", 13),
          new Column("受理编号", 24),
          new Column("户（申请人）", 20),
          new Column("乡镇（街道）", 16),
          new Column("村（社区）", 16),
          new Column("调查方式", 14),
          new Column("调查人员", 28),
          new Column("在场签字人", 18),
          new Column("调查结果", 24),
          new Column("办理状态", 16));

  private static final String APPLICATION_ROWS =
      """
      select a.*, coalesce(t.name, '') as town, coalesce(v.name, '') as village, d.confirmed,
        d.category as decided, d.persons, d.monthly_fen, d.decided_at
      from casework.application a
      left join registry.area t on t.code = left(a.area, 9)
      left join registry.area v on v.code = a.area and v.level = 'village'
      left join casework.decision d on d.application = a.id and d.outcome <> 'reversed'
      where a.kind = 'application' and starts_with(a.area, :scope) and starts_with(a.area, :area)
        and a.registered_at >= :from and a.registered_at < :until
      order by a.registered_at, a.id
      """;

  private static final String VISIT_ROWS =
      """
      select w.visited_at, w.kind as way, w.investigators, w.signed_by, a.number, a.applicant, a.state,
        coalesce(t.name, '') as town, coalesce(v.name, '') as village, f.category as found
      from casework.visit w
      join casework.application a on a.id = w.application
      left join registry.area t on t.code = left(a.area, 9)
      left join registry.area v on v.code = a.area and v.level = 'village'
      left join (select distinct on (visit) visit, category from casework.determination
        order by visit, id desc) f on f.visit = w.id
      where starts_with(a.area, :scope) and starts_with(a.area, :area)
        and w.visited_at >= :from and w.visited_at < :until
      order by w.visited_at, w.id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate reading;
  private final Clock clock;

  WriteLedgers(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.clock = clock;
  }

  /**
   * Which part.
   *
   * @param scope what the areas of the user begin with
   * @param area what the areas wanted begin with
   */
  record Part(String scope, String area, LocalDate from, LocalDate to, LocalDate today) {}

  void applications(Part part, OutputStream out) throws IOException {
    write("申请登记台账", APPLICATION_ROWS, APPLICATIONS, part, out);
  }

  void visits(Part part, OutputStream out) throws IOException {
    write("入户调查台账", VISIT_ROWS, VISITS, part, out);
  }

  private void write(String title, String query, List<Column> columns, Part part, OutputStream out)
      throws IOException {
    try (Workbook workbook = new Workbook(out, "Yimen", "1.0")) {
      reading.executeWithoutResult(
          status -> {
            List<String> above =
                List.of(
                    title,
                    "地区：%s　　时段：%s至%s　　制表日期：%s"
                        .formatted(place(part), part.from(), part.to(), part.today()));
            try (var sheet = new SheetWriter(workbook, title, above, columns)) {
              each(query, part, columns == VISITS ? this::visit : row(part), sheet::row);
            }
          });
    }
  }

  private void each(
      String query, Part part, RowMapper<@Nullable Object[]> row, Consumer<Object[]> deed) {
    try (Stream<@Nullable Object[]> rows =
        jdbc
            .sql(query)
            .withFetchSize(1000)
            .param("scope", part.scope())
            .param("area", part.area())
            .param("from", part.from().atStartOfDay(clock.getZone()).toOffsetDateTime())
            .param("until", part.to().plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
            .query(row)
            .stream()) {
      rows.forEach(deed);
    }
  }

  private String place(Part part) {
    String code = part.area().length() > part.scope().length() ? part.area() : part.scope();
    return jdbc.sql(
            "select name from registry.area where code = :code or :code = '' and level = 'county' limit 1")
        .param("code", code)
        .query(String.class)
        .optional()
        .orElse(code.isEmpty() ? "全部" : code);
  }

  private RowMapper<@Nullable Object[]> row(Part part) {
    return (row, number) -> application(row, number, part.today());
  }

  private @Nullable Object[] application(ResultSet row, int number, LocalDate today)
      throws SQLException {
    LocalDate registered = day(row, "registered_at");
    LocalDate decided = day(row, "decided_at");
    boolean confirmed = row.getBoolean("confirmed");
    State state = Coded.of(State.class, row.getString("state"));
    LocalDate until = decided != null ? decided : state.isOver() ? null : today;
    return new @Nullable Object[] {
      number + 1,
      row.getString("number"),
      registered,
      row.getString("applicant"),
      row.getString("town"),
      row.getString("village"),
      category(row.getString("applied_for")),
      handedIn(row.getString("handed_in")),
      row.getString("delegate"),
      row.getObject("accepted_on", LocalDate.class),
      state.title(),
      decided == null ? "" : confirmed ? category(row.getString("decided")) : "不予确认",
      confirmed ? row.getInt("persons") : null,
      confirmed ? row.getBigDecimal("monthly_fen").movePointLeft(2) : null,
      decided,
      registered == null || until == null ? null : until.toEpochDay() - registered.toEpochDay()
    };
  }

  private @Nullable Object[] visit(ResultSet row, int number) throws SQLException {
    return new @Nullable Object[] {
      number + 1,
      day(row, "visited_at"),
      row.getString("number"),
      row.getString("applicant"),
      row.getString("town"),
      row.getString("village"),
      way(row.getString("way")),
      String.join("、", (String[]) row.getArray("investigators").getArray()),
      row.getString("signed_by"),
      category(row.getString("found")),
      Coded.of(State.class, row.getString("state")).title()
    };
  }

  private @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.atZoneSameInstant(clock.getZone()).toLocalDate();
  }

  private static String category(@Nullable String code) {
    return code == null ? "" : Coded.of(Category.class, code).title();
  }

  private static String handedIn(String code) {
    return switch (code) {
      case "delegate" -> "委托他人";
      case "village" -> "村（社区）代办";
      case "warning" -> "主动发现";
      default -> "本人申请";
    };
  }

  private static String way(String code) {
    return switch (code) {
      case "district" -> "区民政局入户";
      case "telephone" -> "电话（视频）";
      default -> "入户";
    };
  }
}
