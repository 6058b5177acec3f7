package org.yimen.policy.parameters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/**
 * Reads {@code {days: 30, kind: working, from: acceptance}} or {@code {months: 3, from: death}};
 * names that nobody knows are problems.
 */
final class TimeLimitReader {
  private static final int MOST = 3650;

  private final Reading reading;
  private final Parameters.Builder known;

  /**
   * @param known the parameters read so far: a limit stands in for one of these
   */
  TimeLimitReader(Reading reading, Parameters.Builder known) {
    this.reading = reading;
    this.known = known;
  }

  /** The limit, or null after a problem. */
  @Nullable TimeLimit read(Parameter parameter, Doc doc, String what) {
    if (!(doc instanceof Doc.Mapping)) {
      reading.problem(doc, what + "应为一组键值，例如 {days: 30, kind: working, from: acceptance}。");
      return null;
    }
    Fields fields = reading.fields(doc, what);
    Doc days = fields.get("days");
    Doc months = fields.get("months");
    TimeLimit.Unit unit = months == null ? unit(fields, days, what) : TimeLimit.Unit.MONTHS;
    Doc from = fields.require("from");
    TimeLimit.Event event = reading.code(from, TimeLimit.Event.class, fields.name("from"));
    Parameter base = base(parameter, fields);
    TimeLimit limit =
        new TimeLimit(
            reading.whole(days == null ? months : days, what, 1, MOST),
            unit,
            event == null ? "" : event.code(),
            base == null ? null : base.id(),
            base == null ? null : base.name(),
            code(fields, "when", TimeLimit.Circumstance.class),
            pauses(fields));
    bothOrNone(fields, what);
    fields.close();
    if ((days == null) == (months == null)) {
      reading.problem(doc, what + "应写 days 或 months 之一。");
      return null;
    }
    return limit;
  }

  private void bothOrNone(Fields fields, String what) {
    if ((fields.get("variantOf") == null) != (fields.get("when") == null)) {
      reading.problem(fields.line(), what + "的 variantOf 与 when 应同时写明。");
    }
  }

  private TimeLimit.Unit unit(Fields fields, @Nullable Doc days, String what) {
    Doc kind = fields.get("kind");
    TimeLimit.Unit unit = reading.code(kind, TimeLimit.Unit.class, fields.name("kind"));
    if (days != null && kind == null) {
      reading.problem(days, what + "缺少 kind：working（工作日）或 calendar（自然日）。");
    }
    return unit == null ? TimeLimit.Unit.CALENDAR : unit;
  }

  private <E extends Enum<E> & Coded> @Nullable String code(
      Fields fields, String key, Class<E> type) {
    E code = reading.code(fields.get(key), type, fields.name(key));
    return code == null ? null : code.code();
  }

  /** The limit for which this one stands in: another one, and defined before. */
  private @Nullable Parameter base(Parameter parameter, Fields fields) {
    Doc doc = fields.get("variantOf");
    String id = reading.text(doc, fields.name("variantOf"));
    if (doc == null || id == null) {
      return null;
    }
    Parameter base = known.find(id);
    if (base == null || base.type() != Parameter.Type.LIMIT || !base.id().equals(id)) {
      reading.problem(
          doc,
          "%s中没有“%s”这一时限，可用：%s。"
              .formatted(fields.name("variantOf"), id, String.join("、", known.limits())));
      return null;
    }
    if (base.id().equals(parameter.id())) {
      reading.problem(doc, fields.name("variantOf") + "不能是它自己。");
      return null;
    }
    return base;
  }

  private List<String> pauses(Fields fields) {
    List<String> codes = new ArrayList<>();
    String what = fields.name("pausedDuring");
    for (Doc doc : reading.items(fields.get("pausedDuring"), what)) {
      TimeLimit.Pause pause = reading.code(doc, TimeLimit.Pause.class, what);
      if (pause != null) {
        codes.add(pause.code());
      }
    }
    return List.copyOf(codes);
  }
}
