package org.yimen.eligibility.values;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.ParameterFile;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.TimeLimit;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Reading;

/** How people write values, and how the rule files have them. */
final class TypedValue {

  private static final Pattern LIMIT =
      Pattern.compile("(\\d{1,4}) *(个?工作日|个?自然日|日|天|个?月)", Pattern.UNICODE_CHARACTER_CLASS);

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

  /**
   * The same value written in the one way that shows all of it: whoever decides reads what holds,
   * not {@code 8e2} or a figure with a comment. What can't be read stays as it is, to be refused.
   */
  static String plain(Parameter parameter, String filed) {
    Object raw = parameter.type() == Parameter.Type.TEXT ? null : read(parameter, filed);
    if (raw instanceof TimeLimit limit) {
      return "{" + length(limit) + rest(limit) + "}";
    }
    if (raw instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }
    return raw == null ? filed : raw.toString();
  }

  private static String length(TimeLimit limit) {
    return switch (limit.unit()) {
      case MONTHS -> "months: " + limit.amount();
      case WORKING -> "days: " + limit.amount() + ", kind: working";
      case CALENDAR -> "days: " + limit.amount() + ", kind: calendar";
    };
  }

  /** As it is understood; null where it can't be. */
  private static @Nullable Object read(Parameter parameter, String filed) {
    try {
      Reading reading = new Reading("值");
      ParameterFile file = new ParameterFile(reading, new Parameters.Builder(), null);
      Object raw = file.raw(parameter, Docs.read("值", filed.getBytes(StandardCharsets.UTF_8)));
      reading.refuseProblems();
      return raw;
    } catch (BadFile e) {
      return null;
    }
  }

  /** As people read it: what is understood, however it was written. */
  static String shown(@Nullable Parameter parameter, String filed) {
    if (parameter == null || parameter.type() == Parameter.Type.TEXT) {
      return filed;
    }
    Object raw = read(parameter, filed);
    return raw == null ? filed : Value.of(raw, null, null, "", "").text();
  }
}
