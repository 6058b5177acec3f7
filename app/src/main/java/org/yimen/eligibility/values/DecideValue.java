package org.yimen.eligibility.values;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.ProblemType;

/** Puts a value in force or refuses it; whoever decides is not who entered it. */
@Component
class DecideValue {

  static final ProblemType OWN_VALUE = new ProblemType("own-value", HttpStatus.FORBIDDEN, "须由他人决定");
  static final ProblemType VALUE_DECIDED =
      new ProblemType("value-decided", HttpStatus.CONFLICT, "已经决定过");

  private final TransactionTemplate transaction;
  private final ProposedValues values;
  private final LawInForce inForce;

  DecideValue(TransactionTemplate transaction, ProposedValues values, LawInForce inForce) {
    this.transaction = transaction;
    this.values = values;
    this.inForce = inForce;
  }

  /** Does so, unless the law could not be loaded with the value: then everything stays. */
  void on(long id, ProposedValues.Verdict verdict) {
    transaction.executeWithoutResult(
        status -> {
          values.lock();
          ProposedValues.Proposed value = values.find(id);
          if (value == null) {
            throw ProblemType.NOT_FOUND.because("没有第 %d 号参数值。".formatted(id));
          }
          if (value.inForce() != null) {
            throw VALUE_DECIDED.because(
                "%s 已经%s。请刷新后查看；需要改正时请另提新值。"
                    .formatted(value.decidedByName(), value.inForce() ? "同意生效" : "决定不同意"));
          }
          if (value.enteredBy().equals(verdict.by().username())) {
            throw OWN_VALUE.because("这个值是您提出的，须由另一位有权限的人决定。");
          }
          if (verdict.inForce()) {
            CheckValue.against(inForce, value.dated());
          }
          values.decide(id, verdict);
        });
  }
}
