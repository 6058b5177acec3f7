package org.yimen.reporting;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.ProblemType;

/** In which order households are listed; the household number decides between equals. */
enum Order {
  NUMBER("number", "0"),
  AREA("area", "coalesce(h.area, '')"),
  SIZE("size", "(-h.size)"),
  WORTH("worth", "(-coalesce(s.worth, -1))");

  private final String code;
  private final String key;

  Order(String code, String key) {
    this.code = code;
    this.key = key;
  }

  /** By number where nothing was asked; a problem 400 for anything unknown. */
  static Order of(@Nullable String asked) {
    return asked == null || asked.isEmpty()
        ? NUMBER
        : Arrays.stream(values())
            .filter(order -> order.code.equals(asked))
            .findAny()
            .orElseThrow(
                () ->
                    ProblemType.INVALID_REQUEST.because(
                        "排序方式“%s”不正确，可用：%s。".formatted(asked, codes())));
  }

  /** What rows are ordered by before the number. */
  String key() {
    return key;
  }

  String by() {
    return this == NUMBER ? "h.number" : key + ", h.number";
  }

  /** A row and everything after it; the mark's key and number are parameters. */
  String from() {
    return this == NUMBER
        ? "h.number >= :markNumber"
        : "(%s, h.number) >= (:markKey, :markNumber)".formatted(key);
  }

  boolean needsScreening() {
    return this == WORTH;
  }

  private static String codes() {
    return Arrays.stream(values()).map(o -> o.code).collect(Collectors.joining("、"));
  }
}
