package org.yimen.eligibility.values;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.ProblemType;

/**
 * Puts a value in force or refuses it; whoever decides is not who entered it, and puts nothing in
 * force whose effects nobody has worked out by the law and the register as they are now.
 */
@Component
class DecideValue {

  static final ProblemType OWN_VALUE = new ProblemType("own-value", HttpStatus.FORBIDDEN, "须由他人决定");
  static final ProblemType VALUE_DECIDED =
      new ProblemType("value-decided", HttpStatus.CONFLICT, "已经决定过");

  static final ProblemType EFFECTS_UNSEEN =
      new ProblemType("effects-unseen", HttpStatus.CONFLICT, "尚未看过影响");
  static final ProblemType EFFECTS_OUTDATED =
      new ProblemType("effects-outdated", HttpStatus.CONFLICT, "测算已过时");

  private final TransactionTemplate transaction;
  private final ProposedValues values;
  private final LawInForce inForce;
  private final TryValue tryValue;

  DecideValue(
      TransactionTemplate transaction,
      ProposedValues values,
      LawInForce inForce,
      TryValue tryValue) {
    this.transaction = transaction;
    this.values = values;
    this.inForce = inForce;
    this.tryValue = tryValue;
  }

  /** Does so, unless the law could not be loaded with the value: then everything stays. */
  void on(long id, ProposedValues.Verdict verdict) {
    transaction.executeWithoutResult(
        status -> {
          values.lock();
          ProposedValues.Proposed value = open(id, verdict);
          if (verdict.inForce()) {
            CheckValue.against(inForce, value.dated());
            refuseUnseen(value, verdict.seen());
          }
          values.decide(id, verdict);
        });
  }

  private ProposedValues.Proposed open(long id, ProposedValues.Verdict verdict) {
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
    return value;
  }

  /** The effects that were seen are those of the last trial of this value, and still hold. */
  private void refuseUnseen(ProposedValues.Proposed value, @Nullable Long seen) {
    Long last = values.lastTrial(value.id());
    if (seen == null || last == null) {
      throw EFFECTS_UNSEEN.because("请先点“测算影响”，看过这个值会影响哪些家庭、增减多少资金后再同意。");
    }
    if (!seen.equals(last)) {
      throw EFFECTS_OUTDATED.because("您看到的不是这个值最近一次测算的结果。请重新测算影响，看过后再同意。");
    }
    String changed = tryValue.changedSince(value, last);
    if (changed != null) {
      throw EFFECTS_OUTDATED.because("测算之后%s，影响可能不同。请重新测算影响，看过后再同意。".formatted(changed));
    }
  }
}
