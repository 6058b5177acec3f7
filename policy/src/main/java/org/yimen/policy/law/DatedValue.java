package org.yimen.policy.law;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Docs;

/**
 * A value that somebody entered in the program, to be read after the files.
 *
 * @param name what problems call it
 * @param typed as typed: {@code 850}, {@code true}, {@code 2025-01-01}, {@code [a, b]}
 * @param area division code whose people it concerns; empty: the nation
 */
public record DatedValue(
    String name,
    String parameter,
    String typed,
    LocalDate from,
    @Nullable LocalDate to,
    String area,
    String document,
    String article) {

  /**
   * The same as a rule file with this value only.
   *
   * @throws org.yimen.policy.text.BadFile where what is typed can't be read at all
   */
  public RuleSource source(Parameters parameters) {
    Parameter known = parameters.find(parameter);
    List<Doc.Entry> entries = new ArrayList<>();
    entries.add(entry("id", parameter));
    entries.add(new Doc.Entry(1, "value", value(known)));
    entries.add(entry("from", from.toString()));
    if (to != null) {
      entries.add(entry("to", to.toString()));
    }
    if (!area.isEmpty()) {
      entries.add(entry("area", area));
    }
    entries.add(entry("document", document));
    entries.add(entry("article", article));
    Doc values = new Doc.Sequence(1, List.of(new Doc.Mapping(1, entries)));
    Doc file = new Doc.Mapping(1, List.of(new Doc.Entry(1, "values", values)));
    return new RuleSource(name, bytes(), file, false);
  }

  private Doc value(@Nullable Parameter known) {
    return known != null && known.type() == Parameter.Type.TEXT
        ? new Doc.Scalar(1, typed, Doc.Form.TEXT)
        : Docs.read(name, typed.getBytes(StandardCharsets.UTF_8));
  }

  private static Doc.Entry entry(String key, String text) {
    return new Doc.Entry(1, key, new Doc.Scalar(1, text, Doc.Form.TEXT));
  }

  private byte[] bytes() {
    return String.join(
            "\u0000",
            parameter,
            typed,
            from.toString(),
            to == null ? "" : to.toString(),
            area,
            document,
            article)
        .getBytes(StandardCharsets.UTF_8);
  }
}
