package org.yimen.policy.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.text.Reading;

/**
 * A measure or condition as it stands in a file, not yet parsed.
 *
 * @param kind what it is
 * @param tests one for a measure
 * @param sentences for the whole condition
 */
record Raw(
    Reading file,
    int line,
    Kind kind,
    String id,
    String name,
    Scope scope,
    @Nullable LocalDate from,
    String basis,
    boolean all,
    List<RawTest> tests,
    RawSentences sentences) {

  /** Where it stood in its file. */
  enum Kind {
    MEASURE,
    CONDITION,
    CATEGORY,
    WATCH
  }

  /** The same condition as one that everybody meets. */
  Raw alwaysMet() {
    RawSentences said = new RawSentences("测算中不考虑这一条", null, null);
    return new Raw(
        file,
        line,
        kind,
        id,
        name,
        scope,
        from,
        Changes.BASIS + " " + basis,
        true,
        List.of(new RawTest(line, "1 = 1", null, said)),
        new RawSentences(null, null, null));
  }

  /** As people read it. */
  RuleText text() {
    return new RuleText(
        id,
        name,
        kind.name().toLowerCase(Locale.ROOT),
        scope,
        from,
        basis,
        all,
        tests.stream().map(this::text).toList(),
        new RuleText.Place(file.file(), line));
  }

  private RuleText.Test text(RawTest test) {
    RawSentences own = test.sentences();
    boolean single = tests.size() == 1;
    return new RuleText.Test(
        test.expression().strip().replaceAll("\\s+", " "),
        test.unit(),
        single && own.met() == null ? sentences.met() : own.met(),
        single && own.notMet() == null ? sentences.notMet() : own.notMet(),
        single && own.unknown() == null ? sentences.unknown() : own.unknown());
  }

  /** Templates, null where there are none. */
  record RawSentences(@Nullable String met, @Nullable String notMet, @Nullable String unknown) {}

  /** One test's text. */
  record RawTest(int line, String expression, @Nullable String unit, RawSentences sentences) {}
}
