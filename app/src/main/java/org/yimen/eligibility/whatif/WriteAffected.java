package org.yimen.eligibility.whatif;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.CsvRows;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;

/** Writes the households that a trial affects as a table for a spreadsheet. */
final class WriteAffected {

  private static final Map<String, String> KINDS =
      Map.of(
          "enters", "纳入", "leaves", "退出", "changes", "类别变化", "amount", "金额变化", "unclear", "待核实",
          "stays", "不变");

  private static final String[] HEADS = {
    "户编号",
    "户主",
    "乡镇（街道）",
    "村（社区）",
    "变化",
    "现行类别",
    "测算类别",
    "人均月收入（元）",
    "现行月补助（元）",
    "测算月补助（元）",
    "距界线5%以内",
    "现行监测",
    "测算监测"
  };

  private WriteAffected() {}

  static void to(OutputStream stream, WhatIfResults results, WhatIfResults.Wanted wanted) {
    try (CsvRows out = CsvRows.to(stream, HEADS)) {
      results.each(
          wanted,
          one ->
              out.row(
                  one.number(),
                  one.head(),
                  one.town(),
                  one.village(),
                  KINDS.get(one.kind()),
                  title(one.before()),
                  title(one.after()),
                  yuan(one.income()),
                  pay(one.payBefore(), one.openBefore()),
                  pay(one.payAfter(), one.openAfter()),
                  one.close() ? "是" : "",
                  watch(one.watchBefore()),
                  watch(one.watchAfter())));
    }
  }

  private static String title(String code) {
    Category category = Coded.find(Category.class, code);
    return category == null ? code : category.title();
  }

  private static Object pay(long fen, boolean open) {
    return open ? "不能算出" : BigDecimal.valueOf(fen, 2);
  }

  private static String watch(String code) {
    return switch (code) {
      case "met" -> "纳入监测";
      case "notMet" -> "不纳入";
      case "unknown" -> "尚不能判断";
      default -> "";
    };
  }

  private static @Nullable BigDecimal yuan(@Nullable Long fen) {
    return fen == null ? null : BigDecimal.valueOf(fen, 2);
  }
}
