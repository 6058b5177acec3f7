package org.yimen.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the law says of a household on a day, with its reasons.
 *
 * @param area division code, null where only national values were asked for
 * @param categories each category's finding, cascaded: a later one is not met where an earlier is
 * @param countedMembers ids of those who decide the household
 * @param missing facts that keep the category or the watch unknown, such as {@code b.income}
 */
public record Determination(
    LocalDate date,
    @Nullable String area,
    Category category,
    Map<Category, Finding> categories,
    Watch watch,
    List<String> countedMembers,
    Figures figures,
    List<String> missing,
    List<Person> persons,
    List<Condition> conditions,
    List<UsedParameter> parametersUsed) {

  /** Whether the household is to be watched, and as which kind (null: not known or not met). */
  public record Watch(Finding result, @Nullable WatchKind kind) {}

  /**
   * The household's numbers, CNY; null where they can't be said at all.
   *
   * @param referenceIncomePerCapitaYearly net income with insurance claims, less what was paid
   *     oneself: what agriculture's form compares with its range
   * @param rigidExpenseRatio null where the income is nothing
   * @param baseAllowanceMonthly null where the category is unknown
   */
  public record Figures(
      Figure incomeMonthly,
      Figure perCapitaIncomeMonthly,
      Figure perCapitaIncomeYearly,
      Figure netIncomePerCapitaYearly,
      Figure referenceIncomePerCapitaYearly,
      @Nullable Figure rigidExpenseRatio,
      @Nullable Figure baseAllowanceMonthly,
      @Nullable Figure supplementsMonthly,
      @Nullable Figure monthlyAllowance) {}

  /**
   * What concerns one member.
   *
   * @param counted whether the member decides the household; unknown only in screening
   * @param selfCare able, partial, unable, or null where not assessed
   */
  public record Person(
      String id,
      Finding counted,
      Finding tekun,
      Figure tekunIncomeMonthly,
      @Nullable Figure tekunBasicMonthly,
      @Nullable Figure careMonthly,
      @Nullable String selfCare,
      Finding singleApplication,
      @Nullable Figure singleAllowanceMonthly,
      @Nullable Figure supplementMonthly) {}

  /**
   * One named condition, tried.
   *
   * @param id such as {@code dibao.income} or, for a member, {@code tekun.labour@a}
   * @param title short Chinese name
   * @param subject {@code household} or the member's id
   * @param left the compared number, null where the condition compares none
   * @param basis document and article
   * @param evidence the facts it rests on, such as {@code a.income[0]}; {@code review:} before one
   *     that somebody must look at first
   * @param missing facts that keep it unknown
   * @param text a Chinese sentence
   */
  public record Condition(
      String id,
      String title,
      String subject,
      Finding result,
      @Nullable Figure left,
      @Nullable String operator,
      @Nullable Figure right,
      @Nullable String unit,
      String basis,
      List<String> evidence,
      List<String> missing,
      String text) {}

  /**
   * A parameter's value that was looked at.
   *
   * @param value BigDecimal, Boolean, String or a list of strings
   * @param from first day of validity, null where not dated
   * @param basis document and article; {@code case} where the case itself said it
   */
  public record UsedParameter(
      String id, String title, Object value, @Nullable LocalDate from, String basis) {}

  /** The condition of that id, or null. */
  public @Nullable Condition condition(String id) {
    for (Condition condition : conditions) {
      if (condition.id().equals(id)) {
        return condition;
      }
    }
    return null;
  }
}
