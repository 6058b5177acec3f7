package org.yimen.eligibility.values;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.CsvRows;
import org.yimen.platform.Page;

/**
 * What is owed to recipients where a rise holds from a day in the past (补发): the difference for
 * each month from the value's first, or the one in which the household came on the list, to that of
 * the decision, as the new amount is paid from the month after (社会救助暂行办法 第十条, 民发〔2021〕57号 第二十一条).
 */
@Repository
class BackPay {

  /** Whose pay rises by how much for how many months; {@code first} to {@code last} are owed. */
  private static final String OWED =
      """
      from (
        select w.*, h.number, h.area, h.head as person,
          greatest(0, 12 * (extract(year from cast(:last as date)) - extract(year from since.month))
            + extract(month from cast(:last as date)) - extract(month from since.month) + 1)::int
            as months
        from eligibility.what_if_household w
        join registry.household h on h.id = w.household
        cross join lateral (select greatest(w.recipient_since, cast(:first as date)) as month) since
        where w.what_if = :trial and w.recipient and w.kind = 'amount'
          and w.pay_after > w.pay_before and (:scope = '' or starts_with(h.area, :scope))) o
      """;

  private static final String ROWS =
      """
      select o.household, o.number, p.name as head, t.name as town, v.name as village,
        o.recipient_since as since, o.pay_before, o.pay_after, o.months
      from (select o.*
      """
          + OWED
          + """
        order by o.household limit :limit offset :offset) o
      left join registry.person p on p.id = o.person
      left join registry.area t on t.code = left(o.area, 9)
      left join registry.area v on v.code = o.area and v.level = 'village'
      order by o.household
      """;

  private static final int MOST = 1_000_000;

  private final JdbcClient jdbc;

  BackPay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is asked: a trial and the months that are owed at most.
   *
   * @param last a day of the last month that is owed; before the month of {@code first}: none is
   * @param scope what the areas of the households begin with; empty for all
   */
  record Asked(long trial, LocalDate first, LocalDate last, String scope) {

    /** Where a value is decided that day. */
    static Asked of(long trial, ProposedValues.Proposed value, LocalDate decided, String scope) {
      LocalDate from = value.validFrom();
      LocalDate to = value.validTo();
      LocalDate last = to != null && to.isBefore(decided) ? to : decided;
      return new Asked(trial, from, from.isAfter(decided) ? from.minusMonths(1) : last, scope);
    }

    private Map<String, Object> parameters() {
      return new HashMap<>(Map.of("trial", trial, "first", first, "last", last, "scope", scope));
    }
  }

  /**
   * Money in fen.
   *
   * @param households recipients whose pay rises
   * @param monthly by how much altogether, a month
   * @param months the most that any is owed
   * @param total of all months
   * @param undated households of which no source says since when they are on the list
   */
  record Sum(int households, long monthly, int months, long total, int undated) {}

  /**
   * What one household is owed; money in fen.
   *
   * @param since first day on the list, null where no source says it
   */
  record Owed(
      long household,
      String number,
      String head,
      String town,
      String village,
      @Nullable LocalDate since,
      long payBefore,
      long payAfter,
      int months,
      long owed) {

    private @Nullable Object[] cells() {
      return new @Nullable Object[] {
        number,
        head,
        town,
        village,
        since,
        yuan(payBefore),
        yuan(payAfter),
        yuan(payAfter - payBefore),
        months,
        yuan(owed)
      };
    }
  }

  Sum sum(Asked asked) {
    return jdbc.sql(
            """
            select count(*) as households, coalesce(sum(pay_after - pay_before), 0) as monthly,
              coalesce(max(months), 0) as months,
              coalesce(sum((pay_after - pay_before) * months), 0) as total,
              count(*) filter (where recipient_since is null) as undated
            """
                + OWED)
        .params(asked.parameters())
        .query(Sum.class)
        .single();
  }

  Page<Owed> page(Asked asked, int offset, int limit) {
    Map<String, Object> values = asked.parameters();
    long total = jdbc.sql("select count(*)\n" + OWED).params(values).query(Long.class).single();
    values.put("offset", offset);
    values.put("limit", limit);
    return new Page<>(
        total, jdbc.sql(ROWS).params(values).query((row, number) -> owed(row)).list());
  }

  private static Owed owed(ResultSet row) throws SQLException {
    long before = row.getLong("pay_before");
    long after = row.getLong("pay_after");
    int months = row.getInt("months");
    return new Owed(
        row.getLong("household"),
        row.getString("number"),
        text(row, "head"),
        text(row, "town"),
        text(row, "village"),
        row.getObject("since", LocalDate.class),
        before,
        after,
        months,
        (after - before) * months);
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  /** Writes what each household is owed as a table for a spreadsheet. */
  void write(Asked asked, OutputStream stream) {
    try (CsvRows out =
        CsvRows.to(
            stream,
            "户编号",
            "户主",
            "乡镇（街道）",
            "村（社区）",
            "起始保障日期",
            "现行月补助（元）",
            "新月补助（元）",
            "每月增加（元）",
            "补发月数",
            "补发金额（元）")) {
      Map<String, Object> values = asked.parameters();
      values.put("offset", 0);
      values.put("limit", MOST);
      jdbc.sql(ROWS)
          .params(values)
          .query(
              row -> {
                out.row(owed(row).cells());
              });
    }
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }
}
