package org.yimen.policy.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.law.Raw.RawSentences;
import org.yimen.policy.law.Raw.RawTest;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/** Reads the measures and conditions of one rule file. */
final class RuleFile {
  private final Reading reading;
  private final @Nullable String document;
  private final List<Raw> into;

  RuleFile(Reading reading, @Nullable String document, List<Raw> into) {
    this.reading = reading;
    this.document = document;
    this.into = into;
  }

  void read(@Nullable Doc docs, Raw.Kind kind) {
    for (Doc doc : reading.items(docs, "规则")) {
      Fields fields = reading.fields(doc, "规则");
      String id = reading.text(fields.require("id"), "规则的 id");
      String name = reading.text(fields.require("name"), "规则的 name");
      List<Scope> scopes = scopes(fields.get("scope"));
      String basis = basis(fields);
      LocalDate from = reading.date(fields.get("from"), fields.name("from"));
      fields.text("note");
      boolean all = fields.get("anyOf") == null;
      List<RawTest> tests = tests(fields, kind);
      RawSentences sentences =
          kind == Raw.Kind.CONDITION ? sentences(fields) : new RawSentences(null, null, null);
      fields.close();
      if (id == null || name == null || basis == null || tests.isEmpty()) {
        continue;
      }
      for (Scope scope : scopes) {
        into.add(
            new Raw(
                reading, doc.line(), kind, id, name, scope, from, basis, all, tests, sentences));
      }
    }
  }

  private @Nullable String basis(Fields fields) {
    String own = fields.text("document");
    String article = reading.text(fields.require("article"), "规则的 article");
    String source = own == null ? document : own;
    if (source == null) {
      reading.problem(fields.line(), "规则缺少文件（document）。");
    }
    return source == null || article == null ? null : source + " " + article;
  }

  private List<RawTest> tests(Fields fields, Raw.Kind kind) {
    if (kind != Raw.Kind.CONDITION) {
      Doc expression = fields.require("expression");
      String text = reading.text(expression, "expression");
      return expression == null || text == null
          ? List.of()
          : List.of(new RawTest(expression.line(), text, null, new RawSentences(null, null, null)));
    }
    Doc many = fields.get("allOf") == null ? fields.get("anyOf") : fields.get("allOf");
    if (many == null) {
      Doc test = fields.require("test");
      String text = reading.text(test, "test");
      String unit = fields.text("unit");
      return test == null || text == null
          ? List.of()
          : List.of(new RawTest(test.line(), text, unit, new RawSentences(null, null, null)));
    }
    return several(many);
  }

  private List<RawTest> several(Doc many) {
    List<RawTest> tests = new ArrayList<>();
    for (Doc doc : reading.items(many, "allOf 或 anyOf")) {
      Fields fields = reading.fields(doc, "判断");
      Doc test = fields.require("test");
      String text = reading.text(test, "test");
      String unit = fields.text("unit");
      RawSentences sentences = sentences(fields);
      fields.close();
      if (test != null && text != null) {
        tests.add(new RawTest(test.line(), text, unit, sentences));
      }
    }
    return tests;
  }

  private static RawSentences sentences(Fields fields) {
    return new RawSentences(fields.text("met"), fields.text("notMet"), fields.text("unknown"));
  }

  private List<Scope> scopes(@Nullable Doc doc) {
    List<Scope> scopes = new ArrayList<>();
    List<Doc> items =
        doc instanceof Doc.Sequence s ? s.items() : doc == null ? List.of() : List.of(doc);
    for (Doc item : items) {
      String text = reading.text(item, "scope");
      for (Scope scope : Scope.values()) {
        if (scope.code().equals(text)) {
          scopes.add(scope);
        }
      }
    }
    if (doc != null && scopes.size() != items.size()) {
      reading.problem(doc, "不认识的 scope。");
    }
    return scopes.isEmpty() ? List.of(Scope.HOUSEHOLD) : scopes;
  }
}
