package org.yimen.casework.notice;

import java.util.Arrays;
import org.yimen.platform.PlainFailure;

/** How much of a name hangs in public, as the setting {@code yimen.notice.name} says. */
enum ShownName {
  /** The first and the last letter; where nothing is set. */
  MASKED("masked"),
  FIRST("first"),
  /** As 民发〔2021〕57号 第二十四条 lets it, where the prefecture asks for it. */
  FULL("full");

  private static final String HIDDEN = "＊";

  private final String setting;

  ShownName(String setting) {
    this.setting = setting;
  }

  static ShownName set(String setting) {
    return Arrays.stream(values())
        .filter(one -> one.setting.equals(setting.strip()))
        .findAny()
        .orElseThrow(
            () ->
                new PlainFailure("设置 yimen.notice.name 只能是 masked（首尾字，默认）、first（只留首字）或 full（全名）。"));
  }

  String of(String name) {
    String whole = name.strip();
    int[] letters = whole.codePoints().toArray();
    if (this == FULL || letters.length == 0) {
      return whole;
    }
    String first = Character.toString(letters[0]) + HIDDEN;
    return this == FIRST || letters.length <= 2
        ? first
        : first + Character.toString(letters[letters.length - 1]);
  }
}
