package org.yimen.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.platform.SheetWriter;
import org.yimen.platform.SheetWriter.Column;
import org.yimen.registry.CitizenNumbers;
import org.yimen.registry.CodeNames;

/**
 * Writes households and persons into a workbook, both as of the same moment; described in {@code
 * docs/spec/exports.md}.
 */
@Component
class WriteRegister {

  private static final List<Column> HOUSEHOLD_COLUMNS =
      List.of(
          new Column("户号", 20),
          new Column("户主", 16),
          new Column("乡镇（街道）", 16),
          new Column("村（社区）", 16),
          new Column("地址", 40),
          new Column("城乡", 8),
          new Column("人口", 8),
          new Column("所在名单", 24),
          new Column("初筛类别", 16),
          new Column("监测类型", 16),
          new Column("初筛分组", 24),
          new Column("把握程度", 10),
          new Column("初筛说明", 60));

  private static final List<Column> PERSON_COLUMNS =
      List.of(
          new Column("户号", 20),
          new Column("姓名", 20),
          new Column("其他写法", 24),
          new Column("与户主关系", 14),
          new Column("性别", 8),
          new Column("出生日期", 14),
          new Column("民族", 12),
          new Column("公民身份号码", 24),
          new Column("死亡日期", 14),
          new Column("离户日期", 14));

  private static final String HOUSEHOLDS =
      """
      select h.*, p.name as head_name, t.name as town, v.name as village,
        s.suggested_category, s.group_code, s.certainty, s.watch_kind, s.reason
      from registry.household h
      left join registry.person p on p.id = h.head
      left join registry.area t on t.code = left(h.area, 9)
      left join registry.area v on v.code = h.area and v.level = 'village'
      left join eligibility.current_screening s on s.household = h.id
      where %s
      order by h.number
      """;

  private static final String PERSONS =
      """
      select h.number, p.*, p.citizen_number[1] as sealed_number, m.relation, m.valid_to,
        (select string_agg(n.name, '、' order by n.source_row, n.name)
         from registry.person_name n where n.person = p.id and n.name <> p.name) as other_names
      from registry.household h
      %s
      join registry.membership m on m.household = h.id
      join registry.person p on p.id = m.person
      where %s
      order by h.number, m.valid_to nulls first, m.source_row
      """;

  private final JdbcClient jdbc;
  private final CitizenNumbers numbers;
  private final TransactionTemplate oneMoment;

  WriteRegister(JdbcClient jdbc, CitizenNumbers numbers, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    var reading = new DefaultTransactionDefinition();
    reading.setReadOnly(true);
    reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.oneMoment = new TransactionTemplate(transactions, reading);
  }

  /**
   * Writes the households that the filter wants out of the areas that begin with the scope.
   *
   * @param shown makes of a reason what who reads it may see
   * @throws IOException when the stream can't be written
   */
  void write(RegisterFilter filter, String scope, Function<String, String> shown, OutputStream out)
      throws IOException {
    RegisterFilter.Clause clause = filter.clause(scope, numbers::endingWith);
    String screened =
        filter.byScreening() ? "join eligibility.current_screening s on s.household = h.id" : "";
    try (Workbook workbook = new Workbook(out, "Yimen", "1.0")) {
      oneMoment.executeWithoutResult(
          status -> {
            try (var sheet = new SheetWriter(workbook, "家庭", HOUSEHOLD_COLUMNS)) {
              each(
                  HOUSEHOLDS.formatted(clause.text()), clause, row -> household(row, shown, sheet));
            }
            try (var sheet = new SheetWriter(workbook, "人员", PERSON_COLUMNS)) {
              String query = PERSONS.formatted(screened, clause.text());
              each(query, clause, row -> person(row, sheet));
            }
          });
    }
  }

  private void each(
      String query, RegisterFilter.Clause clause, Consumer<Map<String, Object>> deed) {
    try (Stream<Map<String, Object>> rows =
        jdbc
            .sql(query)
            .withFetchSize(1000)
            .params(clause.values())
            .query(new org.springframework.jdbc.core.ColumnMapRowMapper())
            .stream()) {
      rows.forEach(deed);
    }
  }

  private static void household(
      Map<String, Object> row, Function<String, String> shown, SheetWriter sheet) {
    sheet.row(
        row.get("number"),
        row.get("head_name"),
        row.get("town"),
        row.get("village"),
        row.get("address"),
        Words.of("residence", row.get("residence")),
        row.get("size"),
        lists(row.get("lists")),
        Words.of("category", row.get("suggested_category")),
        Words.of("watch", row.get("watch_kind")),
        Words.of("group", row.get("group_code")),
        Words.of("certainty", row.get("certainty")),
        row.get("reason") instanceof String reason ? shown.apply(reason) : null);
  }

  private void person(Map<String, Object> row, SheetWriter sheet) {
    sheet.row(
        row.get("number"),
        row.get("name"),
        row.get("other_names"),
        CodeNames.relation((String) row.get("relation")),
        Words.of("sex", row.get("sex")),
        row.get("birth_date"),
        CodeNames.ethnicGroup((String) row.get("ethnic_group")),
        numbers.masked(
            ((Number) Objects.requireNonNull(row.get("id"))).longValue(),
            (byte[]) row.get("sealed_number")),
        row.get("died_on"),
        row.get("valid_to"));
  }

  private static @Nullable String lists(@Nullable Object array) {
    try {
      return array instanceof java.sql.Array lists
          ? Arrays.stream((String[]) lists.getArray())
              .map(list -> Words.of("category", list))
              .collect(Collectors.joining("、"))
          : null;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
