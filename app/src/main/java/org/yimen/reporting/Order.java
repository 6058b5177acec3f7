package org.yimen.reporting;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.ProblemType;

/** In which order households are listed; the household number decides between equals. */
enum Order {
  NUMBER("number", "h.number"),
  AREA("area", "coalesce(h.area, '')"),
  SIZE("size", "-h.size"),
  WORTH("worth", "s.worth desc nulls last");

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

  boolean needsScreening() {
    return this == WORTH;
  }

  private static String codes() {
    return Arrays.stream(values()).map(o -> o.code).collect(Collectors.joining("、"));
  }
}
