package org.yimen.eligibility.indication;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Determination.UsedParameter;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;

/**
 * The lines that incomes are held against, fen.
 *
 * @param standard of 低保, a month a head (社会救助暂行办法 第九条)
 * @param margin of 低保边缘, a month a head (国办发〔2023〕39号 二)
 * @param local last year's income of local residents, a year a head (刚性支出困难家庭认定办法 第三条)
 * @param paid standard that what the household is paid was reckoned by; the present one where
 *     nothing tells of a payment
 */
record Lines(long standard, long margin, long local, long paid) {

  static Lines of(Law law, LocalDate asOf, @Nullable String area, Household.Residence residence) {
    Asked asked = new Asked(law, asOf, area, residence);
    BigDecimal standard = asked.value("dibao.standard");
    BigDecimal factor = asked.value("dibao.margin.factor");
    return new Lines(
        fen(standard),
        fen(standard.multiply(factor)),
        fen(asked.value("income.localPerCapita")),
        fen(standard));
  }

  static long standard(
      Law law, LocalDate day, @Nullable String area, Household.Residence residence) {
    return fen(new Asked(law, day, area, residence).value("dibao.standard"));
  }

  Lines paidBy(long former) {
    return new Lines(standard, margin, local, former);
  }

  private static long fen(BigDecimal yuan) {
    return yuan.movePointRight(2).longValue();
  }

  private record Asked(
      Law law, LocalDate asOf, @Nullable String area, Household.Residence residence) {

    BigDecimal value(String id) {
      UsedParameter found = law.parameter(id, asOf, area, residence);
      if (found == null) {
        throw new IllegalStateException("no value of %s on %s".formatted(id, asOf));
      }
      return new BigDecimal(found.value().toString());
    }
  }
}
