package org.yimen.policy.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.ParameterFile;
import org.yimen.policy.parameters.Parameters;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/** Reads a case file, YAML or JSON. */
public final class CaseFile {
  private final Law law;
  private final Reading reading;
  private final HouseholdReader households;
  private final ParameterFile values;

  private CaseFile(Law law, String file) {
    this.law = law;
    this.reading = new Reading(file);
    this.households = new HouseholdReader(reading);
    this.values = new ParameterFile(reading, new Parameters.Builder(), null);
  }

  /**
   * All cases of a file.
   *
   * @param file its name for problems
   * @throws BadFile with every problem, file and line
   */
  public static List<PolicyCase> read(Law law, String file, byte[] bytes) {
    return new CaseFile(law, file).read(Docs.read(file, bytes));
  }

  private List<PolicyCase> read(Doc doc) {
    Fields top = reading.fields(doc, "案例文件");
    Doc list = top.require("cases");
    top.close();
    List<PolicyCase> cases = new ArrayList<>();
    int number = 0;
    for (Doc item : reading.items(list, "cases")) {
      reading.at("cases[" + number++ + "]");
      PolicyCase one = one(item);
      if (one != null) {
        cases.add(one);
      }
    }
    reading.at("");
    if (list instanceof Doc.Sequence sequence && sequence.items().isEmpty()) {
      reading.problem(list, "cases 中没有案例。");
    }
    reading.refuseProblems();
    return cases;
  }

  private @Nullable PolicyCase one(Doc doc) {
    Fields fields = reading.fields(doc, "案例");
    String name = reading.text(fields.require("name"), "案例的 name");
    fields.text("basis");
    LocalDate date = reading.date(fields.require("date"), "案例的 date");
    String area = area(fields.get("area"));
    Map<Parameter, Value> replaced = replaced(fields.get("parameters"));
    Doc household = fields.require("household");
    Doc expect = fields.get("expect");
    fields.close();
    LocalDate day = date == null ? LocalDate.of(2199, 12, 31) : date;
    Household facts = household == null ? null : households.read(household, day);
    Doc.Mapping expected = expect == null || facts == null ? null : expected(expect, facts);
    return name == null || date == null || facts == null
        ? null
        : new PolicyCase(doc.line(), name, date, area, replaced, facts, expected);
  }

  private Doc.@Nullable Mapping expected(Doc expect, Household facts) {
    if (expect instanceof Doc.Mapping mapping) {
      new ExpectationKeys(law, reading, facts).check(mapping);
      return mapping;
    }
    reading.problem(expect, "expect 应为一组键值，而不是" + expect.kind() + "。");
    return null;
  }

  private @Nullable String area(@Nullable Doc doc) {
    String text = reading.text(doc, "案例的 area");
    if (doc != null && text != null && !text.matches("[0-9]{6,12}")) {
      reading.problem(doc, "区划代码“" + text + "”应为 6 至 12 位数字。");
      return null;
    }
    return text;
  }

  private Map<Parameter, Value> replaced(@Nullable Doc doc) {
    Map<Parameter, Value> replaced = new LinkedHashMap<>();
    if (doc == null) {
      return replaced;
    }
    if (!(doc instanceof Doc.Mapping mapping)) {
      reading.problem(doc, "parameters 应为一组键值，而不是" + doc.kind() + "。");
      return replaced;
    }
    for (Doc.Entry entry : mapping.entries()) {
      if (entry.key().startsWith("deadline.")) {
        deadline(entry);
      } else {
        replace(entry, replaced);
      }
    }
    return replaced;
  }

  private void replace(Doc.Entry entry, Map<Parameter, Value> replaced) {
    Parameter parameter = law.parameters().find(plain(entry.key()));
    if (parameter == null || !parameter.id().equals(plain(entry.key()))) {
      reading.problem(entry.line(), "没有名为“" + entry.key() + "”的参数，请核对写法。");
      return;
    }
    Object raw = values.raw(parameter, entry.value());
    if (raw == null) {
      return;
    }
    Value before = replaced.put(parameter, Value.of(raw, null, null, "", "case"));
    if (before != null && !before.raw().equals(raw)) {
      reading.problem(entry.line(), "“" + entry.key() + "”与前面的一行是同一个参数，取值却不同，请只留一行。");
    }
  }

  /** A step's time limit: any step may be named, as a determination rests on none of them. */
  private void deadline(Doc.Entry entry) {
    Fields fields = reading.fields(entry.value(), "参数“" + entry.key() + "”");
    reading.whole(fields.get("days"), fields.name("days"), 0, 3650);
    fields.text("kind");
    fields.text("from");
    fields.close();
  }

  /** The income table's columns may be called by the letters of the case format. */
  private static String plain(String id) {
    return id.replaceFirst("^income\\.counted\\.(D|margin|rigid)\\.", "income.counted.dibao.")
        .replaceFirst("^income\\.counted\\.T\\.", "income.counted.tekun.")
        .replaceFirst("^income\\.counted\\.(N|watch)\\.", "income.counted.net.");
  }
}
