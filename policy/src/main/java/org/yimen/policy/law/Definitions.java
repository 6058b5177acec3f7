package org.yimen.policy.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.rule.Definition;
import org.yimen.policy.rule.Fact;
import org.yimen.policy.rule.Logical;
import org.yimen.policy.rule.Names;
import org.yimen.policy.rule.Node;
import org.yimen.policy.rule.Numeric;
import org.yimen.policy.rule.Parser;
import org.yimen.policy.rule.RuleError;
import org.yimen.policy.rule.Scope;
import org.yimen.policy.rule.Type;
import org.yimen.policy.rule.Typed;

/** Parses every measure and condition; a name used before its place is parsed when it is met. */
final class Definitions implements Names {
  private final Parameters parameters;
  private final Translations translations;
  private final Map<Key, Fact> facts = new LinkedHashMap<>();
  private final Map<Key, Entry> entries = new LinkedHashMap<>();
  private final Map<Scope, Integer> slots = new EnumMap<>(Scope.class);

  private record Key(Scope scope, String name) {}

  /** One name with its versions. */
  private static final class Entry {
    final List<Raw> versions = new ArrayList<>();
    final Definition definition;
    final Condition condition;
    @Nullable Type type;
    boolean parsing;

    Entry(Raw first, int slot) {
      definition = new Definition(first.id(), first.name(), first.scope(), slot);
      condition = new Condition(definition);
    }
  }

  Definitions(Parameters parameters, List<Fact> facts, Translations translations) {
    this.parameters = parameters;
    this.translations = translations;
    for (Fact fact : facts) {
      this.facts.put(new Key(fact.scope(), fact.name()), fact);
    }
  }

  /** Takes a measure or condition; a second of the same id is another dated version. */
  void add(Raw raw) {
    Entry known = entries.get(new Key(raw.scope(), raw.id()));
    if (known != null) {
      refuseSameDay(known, raw);
      known.versions.add(raw);
      known.versions.sort(
          Comparator.comparing(Raw::from, Comparator.nullsFirst(Comparator.naturalOrder())));
      return;
    }
    Key name = new Key(raw.scope(), raw.name());
    if (entries.containsKey(name) || facts.containsKey(name)) {
      raw.file().problem(raw.line(), "名称“" + raw.name() + "”已经用过，请换一个名称。");
      return;
    }
    Entry entry = new Entry(raw, slots.merge(raw.scope(), 1, Integer::sum) - 1);
    entry.versions.add(raw);
    entries.put(new Key(raw.scope(), raw.id()), entry);
    entries.put(name, entry);
  }

  private static void refuseSameDay(Entry known, Raw raw) {
    for (Raw version : known.versions) {
      if (Objects.equals(version.from(), raw.from())) {
        raw.file()
            .problem(
                raw.line(),
                "规则“%s”从同一天起已有一个版本（%s 第 %d 行）。请写明新版本从哪天起（from），或删去一个。"
                    .formatted(raw.id(), version.file().file(), version.line()));
        return;
      }
    }
  }

  /** Parses everything; what is wrong is told to the files. */
  void parseAll() {
    for (Entry entry : entries.values()) {
      if (entry.type == null) {
        parse(entry);
      }
    }
  }

  private Type parse(Entry entry) {
    entry.parsing = true;
    for (Raw raw : entry.versions) {
      try {
        Typed typed = parse(entry, raw);
        if (entry.type != null && entry.type != typed.type()) {
          throw new RuleError("与上一个版本的类型不同。");
        }
        entry.type = typed.type();
        entry.definition.add(new Definition.Version(raw.from(), raw.basis(), typed.node()));
      } catch (RuleError e) {
        raw.file().problem(line(raw), "规则“" + raw.id() + "”：" + e.getMessage());
        entry.type = raw.kind() == Raw.Kind.MEASURE ? Type.NUMBER : Type.TRUTH;
      }
    }
    entry.parsing = false;
    return entry.type == null ? Type.NUMBER : entry.type;
  }

  /** Tells the file of a rule's version in force that day what is wrong with it. */
  void refuse(Definition rule, LocalDate date, String message) {
    Entry entry = entries.get(new Key(rule.scope(), rule.id()));
    if (entry == null) {
      throw new IllegalStateException("no rule " + rule.id());
    }
    Raw raw = entry.versions.get(rule.indexOn(date));
    raw.file().problem(line(raw), "规则“" + raw.id() + "”：" + message + "。");
  }

  private static int line(Raw raw) {
    return raw.tests().size() == 1 ? raw.tests().get(0).line() : raw.line();
  }

  private Typed parse(Entry entry, Raw raw) {
    if (raw.kind() == Raw.Kind.MEASURE) {
      return Parser.parse(this, raw.scope(), raw.tests().get(0).expression());
    }
    List<Wording.Test> tests = new ArrayList<>();
    for (Raw.RawTest test : raw.tests()) {
      Logical logical = Parser.parse(this, raw.scope(), test.expression()).logical("条件");
      tests.add(new Wording.Test(logical, test.unit(), sentences(raw, test.sentences())));
    }
    List<Logical> parts = tests.stream().map(Wording.Test::expression).toList();
    entry.condition.add(new Wording(raw.all(), tests, sentences(raw, raw.sentences())));
    Node node =
        parts.size() == 1
            ? parts.get(0)
            : raw.all() ? new Logical.And(parts) : new Logical.Or(parts);
    return new Typed(node, Type.TRUTH, List.of());
  }

  private Wording.Sentences sentences(Raw raw, Raw.RawSentences texts) {
    return new Wording.Sentences(
        sentence(raw, texts.met()), sentence(raw, texts.notMet()), sentence(raw, texts.unknown()));
  }

  private @Nullable Sentence sentence(Raw raw, @Nullable String template) {
    return template == null
        ? null
        : Sentence.chinese(this, raw.scope(), template, uyghur(raw.scope(), template));
  }

  private @Nullable Sentence uyghur(Scope scope, String template) {
    Translations.Line line = translations.of(template);
    if (line == null) {
      return null;
    }
    try {
      return Sentence.uyghur(this, scope, line.text());
    } catch (RuleError e) {
      line.file().problem(line.line(), "“" + template + "”的译文：" + e.getMessage());
      return null;
    }
  }

  /** The definition of that id, or null. */
  @Nullable Definition find(Scope scope, String id) {
    Entry entry = entries.get(new Key(scope, id));
    return entry == null ? null : entry.definition;
  }

  List<Definition> all() {
    return entries.values().stream().distinct().map(e -> e.definition).toList();
  }

  /** Conditions of a scope in the order read. */
  List<Condition> conditions(Scope scope) {
    return entries.values().stream()
        .distinct()
        .filter(e -> e.versions.get(0).kind() == Raw.Kind.CONDITION)
        .filter(e -> e.definition.scope() == scope)
        .map(e -> e.condition)
        .toList();
  }

  @Override
  public @Nullable Fact fact(Scope scope, String name) {
    return facts.get(new Key(scope, name));
  }

  @Override
  public @Nullable Typed definition(Scope scope, String name) {
    Entry entry = entries.get(new Key(scope, name));
    if (entry == null) {
      return null;
    }
    if (entry.parsing) {
      throw new RuleError("“" + name + "”的定义绕回了自己。");
    }
    Type type = entry.type == null ? parse(entry) : entry.type;
    Node node =
        type == Type.TRUTH
            ? new Logical.Defined(entry.definition)
            : new Numeric.Defined(entry.definition);
    return new Typed(node, type, List.of());
  }

  @Override
  public @Nullable Parameter parameter(String name) {
    return parameters.find(name);
  }
}
