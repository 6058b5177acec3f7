package org.yimen.eligibility.values;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.platform.ProblemType;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/** Refuses, in words, a value that could not come in force as it is. */
final class CheckValue {

  static final ProblemType UNKNOWN_PARAMETER =
      new ProblemType("unknown-parameter", HttpStatus.BAD_REQUEST, "没有这个参数");
  static final ProblemType WRONG_VALUE =
      new ProblemType("wrong-value", HttpStatus.BAD_REQUEST, "值不正确");
  static final ProblemType VALUES_OVERLAP =
      new ProblemType("values-overlap", HttpStatus.CONFLICT, "有效期重叠");

  private CheckValue() {}

  static void against(LawInForce inForce, DatedValue value) {
    Parameter parameter = inForce.law().parameters().find(value.parameter());
    if (parameter == null || !parameter.id().equals(value.parameter())) {
      throw UNKNOWN_PARAMETER.because("没有名为“%s”的参数，请重新选择。".formatted(value.parameter()));
    }
    LocalDate to = value.to();
    if (to != null && to.isBefore(value.from())) {
      throw WRONG_VALUE.because("有效期的止日早于起日，请改正日期。");
    }
    for (Value known : inForce.law().parameters().history(parameter)) {
      if (known.area().equals(value.area())) {
        refuseOverlap(known, value);
      }
    }
    try {
      inForce.with(value);
    } catch (BadFile e) {
      throw WRONG_VALUE.because(
          e.problems().stream().map(Problem::message).distinct().collect(Collectors.joining("\n")));
    }
  }

  /** One for the same first day stands in for the value before it, as its correction. */
  private static void refuseOverlap(Value known, DatedValue value) {
    LocalDate from = known.from();
    if (from != null && from.isAfter(value.from()) && reaches(value.to(), from)) {
      throw VALUES_OVERLAP.because(
          "已有 %s 起的值（%s）。请把起日改到那天或以后，或者写明止日在 %s 或以前。"
              .formatted(from, known.basis(), from.minusDays(1)));
    }
    LocalDate to = known.to();
    boolean earlier = from == null || from.isBefore(value.from());
    if (to != null && earlier && !to.isBefore(value.from())) {
      throw VALUES_OVERLAP.because(
          "已有的值（%s）写明有效至 %s。请把起日改到 %s 或以后。".formatted(known.basis(), to, to.plusDays(1)));
    }
  }

  private static boolean reaches(@Nullable LocalDate to, LocalDate day) {
    return to == null || !to.isBefore(day);
  }
}
