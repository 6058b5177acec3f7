package org.yimen.policy.amounts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Who is able to work and refuses suitable work several times running without good reason loses his
 * or her own share; the others' is not touched (社会救助暂行办法 第四十五条, 民发〔2021〕57号 第三十四条).
 *
 * @param allowance of the household a month, yuan
 * @param persons who share it; at least one
 */
public record JobRefusal(BigDecimal allowance, int persons) {

  public JobRefusal {
    if (persons < 1) {
      throw new IllegalArgumentException("nobody shares the allowance");
    }
  }

  /**
   * What is left for the others, rounded once to the fen.
   *
   * @param refusals consecutive ones without good reason
   * @param limit how many have to be ({@code dibao.jobRefusals})
   */
  public BigDecimal after(int refusals, int limit) {
    return refusals < limit
        ? allowance
        : allowance
            .multiply(BigDecimal.valueOf(persons - 1L))
            .divide(BigDecimal.valueOf(persons), 2, RoundingMode.HALF_UP);
  }
}
