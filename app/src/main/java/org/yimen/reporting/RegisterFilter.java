package org.yimen.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.ProblemType;

/**
 * Which households are wanted; the components are the parameters of the address.
 *
 * @param q part of a name, a number or an address, see {@link Search}
 * @param town code of 9 digits
 * @param village code of 12 digits
 */
record RegisterFilter(
    @Nullable String q,
    @Nullable String town,
    @Nullable String village,
    @Nullable String list,
    @Nullable String group,
    @Nullable String suggested,
    @Nullable String watch) {

  static final RegisterFilter NONE = new RegisterFilter(null, null, null, null, null, null, null);

  private static final Pattern AREA = Pattern.compile("\\d{6,12}");
  private static final Set<String> LISTS =
      Set.of("dibao", "tekun", "dibaoMargin", "rigidExpense", "watch");
  private static final Set<String> GROUPS =
      Set.of(
          "listedAgrees",
          "listedContradicted",
          "listedOther",
          "unlistedLikely",
          "unlistedUnclear",
          "unlistedNot");
  private static final Set<String> CATEGORIES =
      Set.of("dibao", "tekun", "dibaoMargin", "rigidExpense", "otherDifficulty", "none", "unknown");
  private static final Set<String> WATCHES = Set.of("unstable", "marginal", "sudden");

  RegisterFilter {
    q = given(q);
    town = given(town);
    village = given(village);
    list = given(list);
    group = given(group);
    suggested = given(suggested);
    watch = given(watch);
  }

  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A problem 400 says which parameter can't be read. */
  void check() {
    known("乡镇（town）", town, town == null || AREA.matcher(town).matches());
    known("村（village）", village, village == null || AREA.matcher(village).matches());
    known("名单（list）", list, list == null || LISTS.contains(list));
    known("分组（group）", group, group == null || GROUPS.contains(group));
    known("初筛类别（suggested）", suggested, suggested == null || CATEGORIES.contains(suggested));
    known("监测类型（watch）", watch, watch == null || WATCHES.contains(watch));
    if (q != null && q.length() > 100) {
      throw ProblemType.INVALID_REQUEST.because("查找内容太长，请缩短到 100 个字以内。");
    }
  }

  private static void known(String what, @Nullable String value, boolean good) {
    if (!good) {
      throw ProblemType.INVALID_REQUEST.because("筛选条件“%s”的取值“%s”不正确，请重新选择。".formatted(what, value));
    }
  }

  /** Whether rows are chosen by their screening result. */
  boolean byScreening() {
    return group != null || suggested != null || watch != null;
  }

  /** The condition over {@code registry.household h} and {@code current_screening s}. */
  Clause clause(String scope, Search.Numbers numbers) {
    List<String> terms = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    area(terms, values, "scope", scope);
    area(terms, values, "town", town);
    area(terms, values, "village", village);
    if (list != null) {
      terms.add("h.lists <> '{}' and h.lists @> array[:list]::text[]");
      values.put("list", list);
    }
    equal(terms, values, "group", group, "s.group_code");
    equal(terms, values, "suggested", suggested, "s.suggested_category");
    equal(terms, values, "watch", watch, "s.watch_kind");
    Search.of(q).addTo(terms, values, numbers);
    return new Clause(terms.isEmpty() ? "true" : String.join("\n and ", terms), values);
  }

  private static void area(
      List<String> terms, Map<String, Object> values, String name, @Nullable String code) {
    if (code != null && !code.isEmpty()) {
      terms.add("h.area like :" + name);
      values.put(name, code + "%");
    }
  }

  private static void equal(
      List<String> terms,
      Map<String, Object> values,
      String name,
      @Nullable String value,
      String column) {
    if (value != null) {
      terms.add(column + " = :" + name);
      values.put(name, value);
    }
  }

  /** Text after {@code where} and the values of its parameters. */
  record Clause(String text, Map<String, Object> values) {}
}
