package org.yimen.batch.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;

/** The codes of a list, found without making text of a cell. */
final class Codes<E extends Enum<E> & Coded> {
  private final Map<UTF8String, E> byCode = new HashMap<>();
  private final String all;

  Codes(Class<E> type) {
    for (E value : type.getEnumConstants()) {
      byCode.put(UTF8String.fromString(value.code()), value);
    }
    this.all = Stream.of(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining("、"));
  }

  @Nullable E find(UTF8String code) {
    return byCode.get(code);
  }

  /** All of them, for a sentence. */
  String all() {
    return all;
  }
}
