package org.yimen.eligibility.values;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.TimeLimit;
import org.yimen.policy.parameters.Value;

/** How people write values, and how the rule files have them. */
final class TypedValue {

  private static final Pattern LIMIT =
      Pattern.compile("(\\d{1,4}) *(个?工作日|个?自然日|日|天|个?月)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern FILED =
      Pattern.compile("\\{(days|months): (\\d+)(?:, kind: (working|calendar))?.*}");

  private TypedValue() {}

  /**
   * As the rule files have it: {@code 是} as {@code true}, {@code 15个工作日} as the limit of that
   * length that runs as those before it do. What is not written so stays as it is.
   *
   * @param before the values that the parameter has
   */
  static String filed(@Nullable Parameter parameter, String written, List<Value> before) {
    if (parameter == null) {
      return written;
    }
    return switch (parameter.type()) {
      case TRUTH -> written.equals("是") ? "true" : written.equals("否") ? "false" : written;
      case LIST -> list(written);
      case LIMIT -> limit(written, before);
      default -> written;
    };
  }

  private static String list(String written) {
    return written.startsWith("[") || written.isEmpty()
        ? written
        : "[" + String.join(", ", written.split("[、,，\\s]+")) + "]";
  }

  private static String limit(String written, List<Value> before) {
    Matcher match = LIMIT.matcher(written);
    TimeLimit model =
        before.stream()
            .map(Value::raw)
            .filter(TimeLimit.class::isInstance)
            .map(TimeLimit.class::cast)
            .reduce((first, last) -> last)
            .orElse(null);
    if (!match.matches() || model == null) {
      return written;
    }
    String unit = match.group(2);
    String length =
        unit.endsWith("月")
            ? "months: " + match.group(1)
            : "days: %s, kind: %s"
                .formatted(match.group(1), unit.endsWith("工作日") ? "working" : "calendar");
    return "{" + length + rest(model) + "}";
  }

  private static String rest(TimeLimit model) {
    String variant =
        model.variantOf() == null
            ? ""
            : ", variantOf: %s, when: %s".formatted(model.variantOf(), model.when());
    String paused =
        model.pausedDuring().isEmpty()
            ? ""
            : model.pausedDuring().stream()
                .collect(Collectors.joining(", ", ", pausedDuring: [", "]"));
    return ", from: " + model.from() + variant + paused;
  }

  /** As people read it. */
  static String shown(@Nullable Parameter parameter, String filed) {
    if (parameter == null) {
      return filed;
    }
    return switch (parameter.type()) {
      case TRUTH -> filed.equals("true") ? "是" : filed.equals("false") ? "否" : filed;
      case LIST -> filed.replaceAll("^\\[|]$", "").replaceAll(", *", "、");
      case LIMIT -> shownLimit(filed);
      default -> filed;
    };
  }

  private static String shownLimit(String filed) {
    Matcher match = FILED.matcher(filed);
    if (!match.matches()) {
      return filed;
    }
    TimeLimit.Unit unit =
        match.group(1).equals("months")
            ? TimeLimit.Unit.MONTHS
            : "working".equals(match.group(3)) ? TimeLimit.Unit.WORKING : TimeLimit.Unit.CALENDAR;
    return match.group(2) + unit.title();
  }
}
