package org.yimen.policy.parameters;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.text.AreaCode;
import org.yimen.policy.text.Doc;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/**
 * Reads the parameters of a rule file. Under {@code parameters} stand definitions with their first
 * values, under {@code values} further dated values of known parameters.
 */
public final class ParameterFile {
  private static final BigDecimal MOST = new BigDecimal("1000000000");

  private final Reading reading;
  private final Parameters.Builder into;
  private final @Nullable String document;
  private final Periods periods;

  /**
   * @param document what the file names for all its values, or null
   */
  public ParameterFile(Reading reading, Parameters.Builder into, @Nullable String document) {
    this.reading = reading;
    this.into = into;
    this.document = document;
    this.periods = new Periods(reading);
  }

  /** Reads a list of definitions. */
  public void definitions(@Nullable Doc docs) {
    for (Doc doc : reading.items(docs, "parameters")) {
      Fields fields = reading.fields(doc, "参数");
      String id = reading.text(fields.require("id"), "参数的 id");
      String name = reading.text(fields.require("name"), "参数的 name");
      String type = reading.text(fields.require("type"), "参数的 type");
      String unit = fields.text("unit");
      List<String> codes = codes(fields.get("codes"));
      Bounds bounds = bounds(fields);
      List<Doc> values = reading.items(fields.get("values"), "values");
      fields.close();
      if (id == null || name == null || type == null) {
        continue;
      }
      String known = unit == null ? "" : unit;
      Parameter parameter =
          define(doc, new Parameter(into.size(), id, name, type(doc, type), known, codes, bounds));
      for (Doc value : values) {
        Fields dated = reading.fields(value, "参数 " + id + " 的值");
        value(dated, parameter);
      }
    }
  }

  private Bounds bounds(Fields fields) {
    BigDecimal min = reading.decimal(fields.get("min"), fields.name("min"));
    BigDecimal max = reading.decimal(fields.get("max"), fields.name("max"));
    return new Bounds(min, max, fields.truth("whole"));
  }

  private Parameter define(Doc doc, Parameter parameter) {
    if (into.find(parameter.id()) != null || into.find(parameter.name()) != null) {
      reading.problem(doc, "参数“" + parameter.id() + "”（" + parameter.name() + "）已经定义过。");
    }
    into.add(parameter);
    return parameter;
  }

  private Parameter.Type type(Doc doc, String text) {
    for (Parameter.Type type : Parameter.Type.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(text)) {
        return type;
      }
    }
    reading.problem(doc, "不认识的参数类型“" + text + "”。");
    return Parameter.Type.NUMBER;
  }

  private List<String> codes(@Nullable Doc doc) {
    List<String> codes = new ArrayList<>();
    for (Doc item : reading.items(doc, "codes")) {
      String code = reading.text(item, "codes");
      if (code != null) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** Reads a list of values of parameters defined before. */
  public void values(@Nullable Doc docs) {
    for (Doc doc : reading.items(docs, "values")) {
      Fields fields = reading.fields(doc, "参数值");
      String id = reading.text(fields.require("id"), "参数值的 id");
      Parameter parameter = id == null ? null : into.find(id);
      if (id != null && parameter == null) {
        reading.problem(doc, "没有名为“" + id + "”的参数，请核对写法。");
      } else if (parameter != null) {
        value(fields, parameter);
      }
    }
  }

  private void value(Fields fields, Parameter parameter) {
    Doc doc = fields.require("value");
    LocalDate from = reading.date(fields.get("from"), fields.name("from"));
    LocalDate to = reading.date(fields.get("to"), fields.name("to"));
    String area = fields.text("area");
    boolean isDefault = fields.truth("default");
    String own = fields.text("document");
    String article = fields.text("article");
    fields.text("unit");
    fields.text("note");
    fields.close();
    String source = own == null ? document : own;
    if (source == null || article == null && !isDefault) {
      reading.problem(fields.line(), "参数“" + parameter.id() + "”的值缺少文件（document）或条款（article）。");
    }
    Object raw = doc == null ? null : raw(parameter, doc);
    if (raw == null
        || !period(fields, from, to)
        || !area(fields, area)
        || !within(fields, parameter, raw)) {
      return;
    }
    Value value =
        Value.of(raw, from, to, area == null ? "" : area, basis(source, article, isDefault));
    periods.add(parameter, value, fields.line());
    into.read(parameter, value, new Parameters.Spot(reading, fields.line()));
  }

  private static String basis(
      @Nullable String source, @Nullable String article, boolean isDefault) {
    String basis = (source == null ? "" : source) + (article == null ? "" : " " + article);
    return isDefault ? basis.strip() + "（默认值，未取得当地文件）" : basis.strip();
  }

  private boolean period(Fields fields, @Nullable LocalDate from, @Nullable LocalDate to) {
    if (from != null && to != null && to.isBefore(from)) {
      reading.problem(fields.line(), "有效期的 to 早于 from。");
      return false;
    }
    return true;
  }

  private boolean within(Fields fields, Parameter parameter, Object raw) {
    String against = parameter.bounds().against(raw);
    if (against != null) {
      reading.problem(
          fields.line(), "参数“" + parameter.id() + "”（" + parameter.name() + "）" + against);
    }
    return against == null;
  }

  private boolean area(Fields fields, @Nullable String area) {
    if (area != null && !AreaCode.isOne(area)) {
      reading.problem(fields.line(), AreaCode.wrong(area));
      return false;
    }
    return true;
  }

  /** A value as the parameter's type wants it, or null after a problem. */
  public @Nullable Object raw(Parameter parameter, Doc doc) {
    String what = "参数“" + parameter.id() + "”";
    return switch (parameter.type()) {
      case MONEY, NUMBER -> number(doc, what);
      case TRUTH ->
          doc instanceof Doc.Scalar s && s.form() == Doc.Form.TRUTH
              ? (Object) reading.truth(doc, what)
              : wrong(doc, what + "应为 true 或 false。");
      case DATE -> reading.date(doc, what);
      case TEXT -> code(parameter, doc, what);
      case LIST -> list(parameter, doc, what);
      case LIMIT -> new TimeLimitReader(reading, into).read(parameter, doc, what);
    };
  }

  private @Nullable Object wrong(Doc doc, String message) {
    reading.problem(doc, message);
    return null;
  }

  private @Nullable Object number(Doc doc, String what) {
    BigDecimal value = reading.decimal(doc, what);
    if (value == null) {
      return null;
    }
    BigDecimal plain = value.stripTrailingZeros();
    if (value.signum() < 0 || value.compareTo(MOST) > 0 || plain.scale() > 6) {
      return wrong(doc, what + "应在 0 到 " + MOST.toPlainString() + " 之间，最多六位小数。");
    }
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private @Nullable Object code(Parameter parameter, Doc doc, String what) {
    String text = reading.text(doc, what);
    if (text != null && !parameter.codes().isEmpty() && !parameter.codes().contains(text)) {
      return wrong(doc, what + "不认识“" + text + "”，可用：" + String.join("、", parameter.codes()) + "。");
    }
    return text;
  }

  private @Nullable Object list(Parameter parameter, Doc doc, String what) {
    List<String> list = new ArrayList<>();
    for (Doc item : reading.items(doc, what)) {
      if (code(parameter, item, what) instanceof String code) {
        list.add(code);
      }
    }
    return doc instanceof Doc.Sequence ? List.copyOf(list) : null;
  }
}
