package org.yimen.batch.facts;

import static org.yimen.batch.facts.FactTable.HOUSEHOLD;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes rows of the schema of lines of JSON; for one thread. A key nobody knows is a fault. */
public final class JsonLine {
  /** Digits of the longest number that is looked at. */
  private static final int LONGEST = 60;

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private String file = "";
  private long position;
  private List<Fault> faults = new ArrayList<>();

  /**
   * The row of a household with its file and position behind its columns; where the line is no
   * object at all, one without anything.
   *
   * @param found takes what is wrong
   */
  public InternalRow row(String line, String where, long at, List<Fault> found) {
    file = where;
    position = at;
    faults = found;
    JsonNode node = parsed(line);
    @Nullable Object[] cells = new @Nullable Object[HOUSEHOLD.width() + 2];
    if (node != null) {
      fill(HOUSEHOLD, node, "", cells);
    }
    cells[HOUSEHOLD.width()] = UTF8String.fromString(where);
    cells[HOUSEHOLD.width() + 1] = at;
    return new GenericInternalRow(cells);
  }

  private @Nullable JsonNode parsed(String line) {
    try {
      JsonNode node = mapper.readTree(line);
      if (node.isObject()) {
        return node;
      }
      fault("", "每行应为一户的 JSON 对象（以“{”开始）。");
    } catch (JacksonException e) {
      fault("", "不是正确的 JSON（或键重复、行被截断），请检查括号、逗号和引号。");
    }
    return null;
  }

  private void fault(String column, String message) {
    faults.add(new Fault(file, position, column, message));
  }

  private void fill(FactTable table, JsonNode node, String path, @Nullable Object[] cells) {
    if (!node.isObject()) {
      fault(path, "应为一组键值。");
      return;
    }
    String before = path.isEmpty() ? "" : path + ".";
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      int at = place(table, entry.getKey());
      JsonNode value = entry.getValue();
      if (at < 0) {
        String known = String.join("、", table.type().fieldNames());
        fault(before + entry.getKey(), "不认识的键。可用的键：" + known + "。");
      } else if (!value.isNull()) {
        String here = before + entry.getKey();
        int part = at - table.columns().size();
        cells[at] =
            part < 0
                ? cell(table.columns().get(at).kind(), value, here)
                : part(table.parts().get(part).table(), value, here);
      }
    }
  }

  private static int place(FactTable table, String key) {
    scala.Option<Object> at = table.type().getFieldIndex(key);
    return at.isDefined() ? (Integer) at.get() : -1;
  }

  private @Nullable Object cell(Column.Kind kind, JsonNode value, String path) {
    String text = written(kind, value);
    if (text == null) {
      fault(path, "应为" + kind.title() + "，而不是" + Fault.shown(value.toString()) + "。");
      return null;
    }
    if (kind == Column.Kind.LIST) {
      return TextCell.list(stream(value).map(JsonNode::asString));
    }
    try {
      return text.isEmpty() ? null : TextCell.of(kind, text);
    } catch (TextCell.Wrong e) {
      fault(path, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return array.values().stream();
  }

  /** Null where JSON has something else there than the column wants. */
  private static @Nullable String written(Column.Kind kind, JsonNode value) {
    return switch (kind) {
      case TEXT -> value.isString() ? value.stringValue() : number(value);
      case DAY -> value.isString() ? value.stringValue() : null;
      case LIST ->
          value.isArray() && stream(value).allMatch(JsonNode::isString)
              ? stream(value).map(JsonNode::stringValue).collect(Collectors.joining(";"))
              : null;
      case TRUTH -> value.isBoolean() ? value.asString() : null;
      case WHOLE, AMOUNT -> number(value);
    };
  }

  private static @Nullable String number(JsonNode value) {
    if (!value.isNumber()) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    // 1e999999999 would fill the memory with noughts
    return number.precision() + Math.abs(number.scale()) > LONGEST ? null : number.toPlainString();
  }

  private @Nullable GenericArrayData part(FactTable table, JsonNode value, String path) {
    if (!value.isArray()) {
      fault(path, "应为列表。");
      return null;
    }
    List<InternalRow> rows = new ArrayList<>();
    for (JsonNode item : value.values()) {
      @Nullable Object[] cells = new @Nullable Object[table.width()];
      fill(table, item, path + "[" + rows.size() + "]", cells);
      rows.add(new GenericInternalRow(cells));
    }
    return new GenericArrayData(rows.toArray());
  }
}
