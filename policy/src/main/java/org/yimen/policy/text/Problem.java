package org.yimen.policy.text;

/**
 * What is wrong with a file, told in Chinese.
 *
 * @param line 1-based, 0 where no line can be named
 * @param place path inside the file, such as {@code cases[0].household.members[1]}; empty where it
 *     concerns the whole
 */
public record Problem(String file, int line, String place, String message) {

  @Override
  public String toString() {
    return line > 0 ? file + " 第" + line + "行：" + message : file + "：" + message;
  }

  /** For a text that stands on one line, where the path says more than the line. */
  public String withPlace() {
    return place.isEmpty() ? "第" + Math.max(1, line) + "行：" + message : place + "：" + message;
  }
}
