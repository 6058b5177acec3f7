package org.yimen.eligibility.values;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.platform.CsvRows;

/**
 * What is owed to recipients where a rise holds from a day in the past (补发): the difference a month
 * for each month from the value's first to that of the decision, as the new amount is paid from the
 * month after (民发〔2021〕57号 第二十一条).
 */
@Repository
class BackPay {

  private static final String OWED =
      """
      from eligibility.what_if_household w
      where w.what_if = :trial and w.recipient and w.kind = 'amount' and w.pay_after > w.pay_before
      """;

  private final JdbcClient jdbc;

  BackPay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of how many recipients a month's pay rises by how much altogether, in fen. */
  record Rise(int households, long monthly) {}

  /** How many months are owed where it is decided that day; none where it holds only later. */
  static int months(LocalDate from, @Nullable LocalDate to, LocalDate decided) {
    LocalDate last = to != null && to.isBefore(decided) ? to : decided;
    long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(last)) + 1;
    return from.isAfter(decided) ? 0 : Math.toIntExact(months);
  }

  Rise rise(long trial) {
    return jdbc.sql(
            "select count(*) as households, coalesce(sum(pay_after - pay_before), 0) as monthly\n"
                + OWED)
        .param("trial", trial)
        .query(Rise.class)
        .single();
  }

  /** Writes what each household is owed as a table for a spreadsheet. */
  void write(long trial, int months, OutputStream stream) {
    try (CsvRows out =
        CsvRows.to(
            stream, "户编号", "户主", "村（社区）", "现行月补助（元）", "新月补助（元）", "每月增加（元）", "补发月数", "补发金额（元）")) {
      jdbc
          .sql(
              """
              select h.number, p.name as head, v.name as village, o.pay_before, o.pay_after
              from (select w.* %s) o
              join registry.household h on h.id = o.household
              left join registry.person p on p.id = h.head
              left join registry.area v on v.code = h.area
              order by h.area, h.number
              """
                  .formatted(OWED))
          .param("trial", trial)
          .query(Owed.class)
          .stream()
          .forEach(one -> out.row(one.cells(months)));
    }
  }

  record Owed(
      String number,
      @Nullable String head,
      @Nullable String village,
      long payBefore,
      long payAfter) {

    private @Nullable Object[] cells(int months) {
      long rise = payAfter - payBefore;
      return new @Nullable Object[] {
        number,
        head,
        village,
        yuan(payBefore),
        yuan(payAfter),
        yuan(rise),
        months,
        yuan(months * rise)
      };
    }
  }

  private static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }
}
