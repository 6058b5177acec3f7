package org.yimen.eligibility.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Kinds of facts that the screening reads, in the order of their codes, which are the register's
 * (docs/spec/formats.md).
 */
public enum FactKind {
  DEATH("death"),
  DISABILITY("disability"),
  DISASTER("disaster"),
  EMPLOYMENT("employment"),
  EXPENSE_MEDICAL("expense.medical"),
  EXPENSE_RIGID("expense.rigid"),
  FORMERLY_POOR("formerlyPoor"),
  HOUSING_GRADE("housing.grade"),
  HOUSING_UNSAFE("housing.unsafe"),
  INCOME_HOUSEHOLD("income.household"),
  INCOME_NET("income.net"),
  INCOME_TRANSFER("income.transfer"),
  LABOUR("labour"),
  LIST_DIBAO("list.dibao"),
  LIST_MARGIN("list.dibaoMargin"),
  LIST_RIGID("list.rigidExpense"),
  LIST_TEKUN("list.tekun"),
  LIST_WATCH("list.watch"),
  MOVED_OUT("movedOut"),
  NOBODY_ABLE_TO_WORK("nobodyAbleToWork"),
  PAYMENT_DIBAO("payment.dibao"),
  PROPERTY_BUSINESS("property.business"),
  PROPERTY_HOME("property.home"),
  PROPERTY_VEHICLE("property.vehicle"),
  RISK("risk"),
  SERIOUS_ILLNESS("seriousIllness"),
  SIZE_REPORTED("size.reported"),
  STUDENT("student"),
  UNION_HARDSHIP("unionHardship"),
  WAGE_BASE("wage.base"),
  WATER_CONVENIENCE("water.convenience"),
  WATER_QUALITY("water.quality"),
  WATER_QUANTITY("water.quantity"),
  WATER_SUPPLY("water.supply");

  private static final Map<String, FactKind> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(FactKind::code, Function.identity()));

  private final String code;
  private final long letters;

  FactKind(String code) {
    this.code = code;
    this.letters = FactsHash.letters(code);
  }

  public String code() {
    return code;
  }

  /** The code as {@link FactsHash} takes it in. */
  long letters() {
    return letters;
  }

  static FactKind of(String code) {
    FactKind kind = BY_CODE.get(code);
    if (kind == null) {
      throw new IllegalArgumentException("no fact that screening reads: " + code);
    }
    return kind;
  }

  /** All codes as SQL lists them. */
  static String list() {
    return Arrays.stream(values())
        .map(kind -> "'" + kind.code + "'")
        .collect(Collectors.joining(", "));
  }
}
