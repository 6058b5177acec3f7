package org.yimen.policy.text;

/**
 * What is wrong with a file, told in Chinese.
 *
 * @param line 1-based, 0 where no line can be named
 */
public record Problem(String file, int line, String message) {

  @Override
  public String toString() {
    return line > 0 ? file + " 第" + line + "行：" + message : file + "：" + message;
  }
}
