package org.yimen.policy.parameters;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/**
 * Reads {@code {days: 30, kind: working, from: acceptance}} or {@code {months: 3, from: death}}.
 */
final class TimeLimitReader {
  private static final int MOST = 3650;

  private final Reading reading;

  TimeLimitReader(Reading reading) {
    this.reading = reading;
  }

  /** The limit, or null after a problem. */
  @Nullable TimeLimit read(Doc doc, String what) {
    if (!(doc instanceof Doc.Mapping)) {
      reading.problem(doc, what + "应为一组键值，例如 {days: 30, kind: working, from: acceptance}。");
      return null;
    }
    Fields fields = reading.fields(doc, what);
    Doc days = fields.get("days");
    Doc months = fields.get("months");
    TimeLimit.Unit unit = months == null ? unit(fields, days, what) : TimeLimit.Unit.MONTHS;
    String from = fields.text("from");
    TimeLimit limit =
        new TimeLimit(
            reading.whole(days == null ? months : days, what, 0, MOST),
            unit,
            from == null ? "" : from,
            fields.text("variantOf"),
            fields.text("when"),
            texts(fields.get("pausedDuring")));
    fields.close();
    if ((days == null) == (months == null)) {
      reading.problem(doc, what + "应写 days 或 months 之一。");
      return null;
    }
    if ((limit.variantOf() == null) != (limit.when() == null)) {
      reading.problem(doc, what + "的 variantOf 与 when 应同时写明。");
    }
    return limit;
  }

  private TimeLimit.Unit unit(Fields fields, @Nullable Doc days, String what) {
    Doc kind = fields.get("kind");
    TimeLimit.Unit unit = reading.code(kind, TimeLimit.Unit.class, fields.name("kind"));
    if (days != null && kind == null) {
      reading.problem(days, what + "缺少 kind：working（工作日）或 calendar（自然日）。");
    }
    return unit == null ? TimeLimit.Unit.CALENDAR : unit;
  }

  private List<String> texts(@Nullable Doc docs) {
    List<String> texts = new ArrayList<>();
    for (Doc doc : reading.items(docs, "pausedDuring")) {
      String text = reading.text(doc, "pausedDuring");
      if (text != null) {
        texts.add(text);
      }
    }
    return List.copyOf(texts);
  }
}
