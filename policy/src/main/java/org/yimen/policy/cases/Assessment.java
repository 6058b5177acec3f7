package org.yimen.policy.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.text.BadFile;

/**
 * A case, determined and compared with what it expects. Its JSON is described in {@code
 * docs/spec/assessments.md}.
 *
 * @param determined the case
 * @param json one line
 * @param failed expectations that don't hold
 */
public record Assessment(PolicyCase determined, String json, List<String> failed) {
  private static final String TOO_FINE = "中的数太大或太细，无法精确计算：请把金额写到分，把参数的小数位减少后再试；这个文件的案例都还没有测算。";

  /** Determines a case. */
  public static Assessment of(Law law, PolicyCase one) {
    Determination determination =
        law.determine(one.household(), one.date(), one.area(), one.replaced());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", one.name());
    result.put("date", one.date().toString());
    put(result, "area", one.area());
    result.put("household", household(determination));
    result.put("persons", persons(determination));
    result.put("conditions", determination.conditions().stream().map(Assessment::map).toList());
    result.put(
        "parametersUsed", determination.parametersUsed().stream().map(Assessment::map).toList());
    List<String> failed =
        one.expect() == null ? List.of() : Expectations.check(one.expect(), result);
    result.put("expectFailed", failed);
    return new Assessment(one, Json.write(result), failed);
  }

  @SuppressWarnings("NullAway") // a JSON object may hold null
  private static void put(Map<String, Object> map, String key, @Nullable Object value) {
    map.put(key, value);
  }

  private static @Nullable BigDecimal number(@Nullable Figure figure) {
    return figure == null ? null : figure.value();
  }

  private static Map<String, Object> household(Determination d) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("countedMembers", d.countedMembers());
    map.put("category", d.category().code());
    Map<String, Object> categories = new LinkedHashMap<>();
    for (Map.Entry<Category, Finding> entry : d.categories().entrySet()) {
      categories.put(entry.getKey().code(), entry.getValue().code());
    }
    map.put("categories", categories);
    Map<String, Object> watch = new LinkedHashMap<>();
    watch.put("result", d.watch().result().code());
    put(watch, "kind", d.watch().kind() == null ? null : d.watch().kind().code());
    map.put("returnToPovertyWatch", watch);
    Determination.Figures figures = d.figures();
    put(map, "incomeMonthly", number(figures.incomeMonthly()));
    put(map, "perCapitaIncomeMonthly", number(figures.perCapitaIncomeMonthly()));
    put(map, "perCapitaIncomeYearly", number(figures.perCapitaIncomeYearly()));
    put(map, "netIncomePerCapitaYearly", number(figures.netIncomePerCapitaYearly()));
    put(map, "referenceIncomePerCapitaYearly", number(figures.referenceIncomePerCapitaYearly()));
    put(map, "rigidExpenseRatio", number(figures.rigidExpenseRatio()));
    put(map, "baseAllowanceMonthly", number(figures.baseAllowanceMonthly()));
    put(map, "supplementsMonthly", number(figures.supplementsMonthly()));
    put(map, "monthlyAllowance", number(figures.monthlyAllowance()));
    map.put("missing", d.missing());
    return map;
  }

  private static Map<String, Object> persons(Determination d) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Determination.Person person : d.persons()) {
      Map<String, Object> map = new LinkedHashMap<>();
      Finding counted = person.counted();
      put(map, "counted", counted == Finding.UNKNOWN ? null : counted == Finding.MET);
      map.put("tekun", person.tekun().code());
      put(map, "tekunIncomeMonthly", number(person.tekunIncomeMonthly()));
      put(map, "tekunBasicMonthly", number(person.tekunBasicMonthly()));
      put(map, "careMonthly", number(person.careMonthly()));
      put(map, "selfCare", person.selfCare());
      map.put("singleApplication", person.singleApplication().code());
      put(map, "singleAllowanceMonthly", number(person.singleAllowanceMonthly()));
      put(map, "supplementMonthly", number(person.supplementMonthly()));
      all.put(person.id(), map);
    }
    return all;
  }

  private static Map<String, Object> map(Determination.Condition condition) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", condition.id());
    map.put("subject", condition.subject());
    map.put("result", condition.result().code());
    put(map, "left", number(condition.left()));
    put(map, "operator", condition.operator());
    put(map, "right", number(condition.right()));
    put(map, "unit", condition.unit());
    map.put("basis", condition.basis());
    map.put("evidence", condition.evidence());
    map.put("text", condition.text());
    return map;
  }

  private static Map<String, Object> map(Determination.UsedParameter parameter) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", parameter.id());
    map.put("value", parameter.value());
    LocalDate from = parameter.from();
    put(map, "from", from == null ? null : from.toString());
    map.put("basis", parameter.basis());
    return map;
  }

  /**
   * Determines every case of a file.
   *
   * @param file its name for problems
   * @throws BadFile where the file can't be used; then nothing of it is determined
   */
  public static List<Assessment> all(Law law, String file, byte[] bytes) {
    List<Assessment> all = new ArrayList<>();
    for (PolicyCase one : CaseFile.read(law, file, bytes)) {
      try {
        all.add(of(law, one));
      } catch (ArithmeticException e) {
        throw new BadFile(file, one.line(), "案例“%s”%s".formatted(one.name(), TOO_FINE));
      }
    }
    return all;
  }
}
