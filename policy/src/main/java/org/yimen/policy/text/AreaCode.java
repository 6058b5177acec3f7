package org.yimen.policy.text;

import java.util.regex.Pattern;

/** Codes of divisions: province, city, county, town, village (GB/T 2260, GB/T 10114). */
public final class AreaCode {
  private static final Pattern CODE =
      Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");

  private AreaCode() {}

  /** Whether it is as long as the code of some level. */
  public static boolean isOne(String text) {
    return CODE.matcher(text).matches();
  }

  /** A Chinese sentence that says what a code is. */
  public static String wrong(String text) {
    return "区划代码“" + text + "”应为 2、4、6、9 或 12 位数字（省、市、县、乡镇、村）。";
  }
}
