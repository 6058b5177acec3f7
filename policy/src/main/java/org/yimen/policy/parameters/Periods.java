package org.yimen.policy.parameters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.Reading;

/**
 * Refuses values of one file that hold for the same area on the same days, so that it never depends
 * on their order which one does. One without a last day ends where the next begins. A later file
 * may replace what an earlier one says.
 */
final class Periods {
  private final Reading reading;
  private final Map<Place, List<Stretch>> known = new HashMap<>();

  private record Place(String parameter, String area) {}

  private record Stretch(Value value, int line) {}

  Periods(Reading reading) {
    this.reading = reading;
  }

  void add(Parameter parameter, Value value, int line) {
    List<Stretch> others =
        known.computeIfAbsent(new Place(parameter.id(), value.area()), none -> new ArrayList<>());
    for (Stretch other : others) {
      if (overlap(other.value, value)) {
        reading.problem(
            line,
            "参数“%s”的值与第 %d 行的有效期重叠（同一地区）。请删去一个，或改正 from、to，使前一个在后一个开始以前结束。"
                .formatted(parameter.id(), other.line));
        return;
      }
    }
    others.add(new Stretch(value, line));
  }

  private static boolean overlap(Value one, Value other) {
    LocalDate first = one.from();
    LocalDate second = other.from();
    if (Objects.equals(first, second)) {
      return true;
    }
    boolean inOrder = first == null || second != null && first.isBefore(second);
    return inOrder ? reaches(one.to(), second) : reaches(other.to(), first);
  }

  private static boolean reaches(@Nullable LocalDate to, @Nullable LocalDate day) {
    return to != null && day != null && !to.isBefore(day);
  }
}
