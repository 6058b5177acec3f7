package org.yimen.policy.law;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/**
 * What the rules say in Uyghur, by what they say in Chinese. Where there is nothing the Chinese
 * stands.
 */
final class Translations {
  private final Map<String, Line> lines = new HashMap<>();

  /** A text and where it stands. */
  record Line(Reading file, int line, String text) {}

  /** Reads a list of {@code {zh, ug}}. */
  void read(Reading reading, @Nullable Doc docs) {
    for (Doc doc : reading.items(docs, "translations")) {
      Fields fields = reading.fields(doc, "译文");
      String chinese = reading.text(fields.require("zh"), "译文的 zh");
      String uyghur = reading.text(fields.require("ug"), "译文的 ug");
      fields.close();
      if (chinese == null || uyghur == null) {
        continue;
      }
      Line before = lines.putIfAbsent(chinese, new Line(reading, doc.line(), uyghur));
      if (before != null) {
        reading.problem(doc, "“%s”在第 %d 行已有译文，请删去一个。".formatted(chinese, before.line));
      }
    }
  }

  @Nullable Line of(String chinese) {
    return lines.get(chinese);
  }

  /** The same for people, as plain texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    lines.forEach((chinese, line) -> texts.put(chinese, line.text));
    return Map.copyOf(texts);
  }
}
