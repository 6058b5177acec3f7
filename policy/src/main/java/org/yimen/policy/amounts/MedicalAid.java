package org.yimen.policy.amounts;

import java.math.BigDecimal;

/**
 * Basic insurance, aid with major cost and tilted aid one upon the other (国办发〔2021〕42号 第三部分): each
 * takes its share of what the ones before leave. Figures are local.
 *
 * @param basicFrom yuan that basic insurance doesn't cover
 * @param basicShare its share of the rest
 * @param aidShare share of what then remains
 * @param tiltedFrom yuan of what then remains that tilted aid doesn't cover
 * @param tiltedShare its share of the rest
 */
public record MedicalAid(
    BigDecimal basicFrom,
    BigDecimal basicShare,
    BigDecimal aidShare,
    BigDecimal tiltedFrom,
    BigDecimal tiltedShare) {

  /** Who pays what of a bill, yuan, exact. */
  public record Paid(BigDecimal basic, BigDecimal aid, BigDecimal tilted, BigDecimal own) {

    /** What others pay. */
    public BigDecimal covered() {
      return basic.add(aid).add(tilted);
    }
  }

  /**
   * @param within the part of the bill within the range of the policy, yuan
   */
  public Paid of(BigDecimal within) {
    BigDecimal basic = above(within, basicFrom).multiply(basicShare);
    BigDecimal left = within.subtract(basic);
    BigDecimal aid = left.multiply(aidShare);
    BigDecimal remains = left.subtract(aid);
    BigDecimal tilted = above(remains, tiltedFrom).multiply(tiltedShare);
    return new Paid(basic, aid, tilted, remains.subtract(tilted));
  }

  private static BigDecimal above(BigDecimal amount, BigDecimal from) {
    return amount.subtract(from).max(BigDecimal.ZERO);
  }
}
