package org.yimen.casework.adjustment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.platform.CsvRows;
import org.yimen.policy.amounts.PaidMonths;

/** What was carried out for the values of a month, and what was owed on the day of the decision. */
@Component
class CarriedOut {

  private static final String DONE =
      """
      select a.number, a.applicant, coalesce(t.name, '') as town, coalesce(v.name, '') as village,
        r.before_fen, r.monthly_fen as after_fen, r.effective_from as from_month,
        (d.decided_at at time zone 'Asia/Shanghai')::date as decided_on, r.reason
      from casework.recheck r
      join casework.application a on a.id = r.application
      join casework.decision d on d.application = r.application and d.outcome = 'adjusted'
      left join registry.area t on t.code = left(a.area, 9)
      left join registry.area v on v.code = a.area and v.level = 'village'
      where r.cause = 'standard' and r.happened_on = :month
        and (:scope = '' or starts_with(a.area, :scope))
      order by a.area, a.id
      """;

  private final JdbcClient jdbc;
  private final Access access;

  CarriedOut(JdbcClient jdbc, Access access) {
    this.jdbc = jdbc;
    this.access = access;
  }

  /**
   * Money in fen.
   *
   * @param monthly by how much altogether, a month
   * @param owed for the months before, in one sum
   */
  @Schema(name = "CarriedOut")
  record Sum(int families, long monthly, long owed) {}

  private record Done(
      String number,
      String applicant,
      String town,
      String village,
      long beforeFen,
      long afterFen,
      LocalDate fromMonth,
      LocalDate decidedOn,
      String reason) {

    long moreFen() {
      return afterFen - beforeFen;
    }

    /** As {@link Adjusted#monthsOwed}. */
    int months() {
      return PaidMonths.between(YearMonth.from(fromMonth), YearMonth.from(decidedOn)).count();
    }

    long owedFen() {
      return moreFen() * months();
    }

    Object[] cells() {
      return new Object[] {
        number,
        applicant,
        town,
        village,
        BigDecimal.valueOf(beforeFen, 2),
        BigDecimal.valueOf(afterFen, 2),
        YearMonth.from(fromMonth),
        months(),
        BigDecimal.valueOf(owedFen(), 2),
        decidedOn,
        reason
      };
    }
  }

  Sum sum(LocalDate month) {
    List<Done> done = done(month);
    return new Sum(
        done.size(),
        done.stream().mapToLong(Done::moreFen).sum(),
        done.stream().mapToLong(Done::owedFen).sum());
  }

  /** Writes what each family was raised by, as a table for a spreadsheet. */
  void write(LocalDate month, OutputStream stream) {
    try (CsvRows out =
        CsvRows.to(
            stream,
            "复核编号",
            "申请人",
            "乡镇（街道）",
            "村（社区）",
            "原每月金额（元）",
            "新每月金额（元）",
            "从哪月起",
            "补发月数",
            "补发金额（元）",
            "决定日期",
            "依据")) {
      done(month).forEach(one -> out.row(one.cells()));
    }
  }

  private List<Done> done(LocalDate month) {
    return jdbc.sql(DONE)
        .param("month", month)
        .param("scope", access.areaPrefix())
        .query(Done.class)
        .list();
  }
}
