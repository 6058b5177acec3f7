package org.yimen.exchange.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.SheetForm.Check;
import org.yimen.exchange.reading.SheetForm.Context;
import org.yimen.exchange.reading.SheetForm.Skip;
import org.yimen.exchange.reading.Source.Cell;
import org.yimen.exchange.reading.Source.RawRow;
import org.yimen.exchange.reading.text.Areas;
import org.yimen.exchange.reading.text.Texts;

/** Turns the raw rows of one sheet into read rows, in order. */
final class SheetReader {
  /** So many digits in the number's column make a row a person's, whatever else it says. */
  private static final int DIGITS_OF_A_NUMBER = 15;

  private final Header header;
  private final SheetForm form;
  private final String sheet;
  private final String fileName;
  private final Areas areas;
  private final Consumer<ReadRow> receiver;
  private final StringBuilder title = new StringBuilder();
  private final Map<String, Value> filled = new HashMap<>();
  private final Set<String> households = new HashSet<>();
  private @Nullable Map<String, Value> context;
  private int last;

  SheetReader(
      Header header, String sheet, String fileName, Areas areas, Consumer<ReadRow> receiver) {
    this.header = header;
    this.form = header.form();
    this.sheet = sheet;
    this.fileName = fileName;
    this.areas = areas;
    this.receiver = receiver;
  }

  void accept(RawRow row) {
    if (row.blank()) {
      return;
    }
    FileReading.blanks(sheet, last, row, receiver);
    last = row.number();
    if (row.number() <= header.lastRow()) {
      title.append(row.joined()).append(' ');
      skip(row, row.number() == header.lastRow() ? "表头" : "标题或表头");
      return;
    }
    Skip skip = skip(row);
    if (skip != null) {
      title.append(context == null ? row.joined() + " " : "");
      skip(row, skip.reason());
    } else if (repeatsHeader(row)) {
      skip(row, "重复的表头");
    } else {
      read(row);
    }
  }

  private void skip(RawRow row, String reason) {
    receiver.accept(ReadRow.skipped(sheet, row.number(), reason));
  }

  private @Nullable Skip skip(RawRow row) {
    for (Header.Found found : header.found()) {
      boolean number = found.column().field().equals("number");
      if (number && digits(row.cell(found.place()).text()) >= DIGITS_OF_A_NUMBER) {
        return null;
      }
    }
    String whole = row.joined();
    String first = firstText(row);
    for (Skip skip : form.skips()) {
      if (skip.match().matcher(skip.wholeRow() ? whole : first).find()) {
        return skip;
      }
    }
    return null;
  }

  private static long digits(String text) {
    return Texts.narrow(text).chars().filter(c -> c >= '0' && c <= '9').count();
  }

  private static String firstText(RawRow row) {
    for (Cell cell : row.cells()) {
      if (!cell.blank()) {
        return Texts.trim(cell.text());
      }
    }
    return "";
  }

  private boolean repeatsHeader(RawRow row) {
    int same = 0;
    for (Header.Found found : header.found()) {
      Cell cell = row.cell(found.place());
      if (found.column().must() && !cell.blank()) {
        SheetForm.Preference known = form.byHeader().get(Texts.key(cell.text()));
        if (known == null || !known.column().equals(found.column())) {
          return false;
        }
        same++;
      }
    }
    return same > 1;
  }

  private void read(RawRow row) {
    Map<String, Value> values = values(row);
    fill(values);
    form.derived().forEach(rule -> rule.apply(values, form::label));
    if (text(values, "name").isEmpty() && text(values, "number").isEmpty()) {
      nobody(row, values);
      return;
    }
    List<String> doubts = doubts(values);
    String key = householdKey(values);
    boolean first = key == null || households.add(key);
    List<RowFact> facts = new ArrayList<>();
    form.facts().forEach(rule -> rule.apply(values, first, facts::add));
    receiver.accept(
        new ReadRow(
            sheet,
            row.number(),
            1,
            doubts.isEmpty() ? RowOutcome.TAKEN : RowOutcome.DOUBTFUL,
            doubts.isEmpty() ? null : String.join("；", doubts),
            texts(values),
            identity(values, key),
            List.copyOf(facts)));
  }

  private void nobody(RawRow row, Map<String, Value> values) {
    long cells = row.cells().stream().filter(cell -> !cell.blank()).count();
    if (cells <= 1) {
      skip(row, "只有一格的行（小标题或只有序号）");
    } else {
      String reason = "没有姓名也没有证件号码，无法知道是谁；请补上后重报";
      receiver.accept(ReadRow.refused(sheet, row.number(), reason, texts(values)));
    }
  }

  private Map<String, Value> values(RawRow row) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Header.Found found : header.found()) {
      Cell cell = row.cell(found.place());
      values.put(found.column().field(), found.column().read(cell, found.unit()));
    }
    header
        .unknown()
        .forEach(
            (place, label) -> {
              String text = Texts.trim(row.cell(place).text());
              if (!text.isEmpty() && !label.isEmpty()) {
                values.putIfAbsent(label, Value.text(text));
              }
            });
    if (context == null) {
      context = context();
    }
    values.putAll(context);
    return values;
  }

  private Map<String, Value> context() {
    Map<String, Value> found = new LinkedHashMap<>();
    for (Context one : form.context()) {
      String where =
          switch (one.place()) {
            case TITLE -> title.toString();
            case SHEET -> sheet;
            case FILE -> fileName;
          };
      Matcher match = one.match().matcher(where);
      if (match.find()) {
        Cell cell = new Cell(match.group(1), Cell.Kind.TEXT);
        found.put(one.column().field(), one.column().read(cell, null));
      }
    }
    return found;
  }

  /** A merged cell holds its text in the first row only. */
  private void fill(Map<String, Value> values) {
    if (form.fillBy() == null) {
      return;
    }
    boolean starts = !text(values, form.fillBy()).isEmpty();
    for (String field : form.filled()) {
      if (starts) {
        filled.put(field, values.getOrDefault(field, Value.BLANK));
      } else if (text(values, field).isEmpty()) {
        values.put(field, filled.getOrDefault(field, Value.BLANK));
      }
    }
  }

  private List<String> doubts(Map<String, Value> values) {
    List<String> doubts = new ArrayList<>();
    for (Check check : form.checks()) {
      if (check.fails(values)) {
        doubts.add(check.doubt());
      }
    }
    if (text(values, "name").isEmpty()) {
      doubts.add("没有姓名，只能按证件号码查找");
    }
    for (Value value : values.values()) {
      if (value.doubt() != null) {
        doubts.add(value.doubt());
      }
    }
    return doubts;
  }

  private @Nullable String householdKey(Map<String, Value> values) {
    String key = form.householdKey() == null ? "" : text(values, form.householdKey());
    if (key.isEmpty()) {
      return null;
    }
    return form.keyWithinSheet() ? sheet + "#" + key : key;
  }

  private static Map<String, String> texts(Map<String, Value> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    values.forEach(
        (field, value) -> {
          if (!value.blank()) {
            texts.put(field, value.text());
          }
        });
    return texts;
  }

  private Identity identity(Map<String, Value> values, @Nullable String householdKey) {
    Long size = values.getOrDefault("householdSize", Value.BLANK).amount();
    String number = text(values, "number");
    return new Identity(
        number.isEmpty() ? null : number,
        text(values, "name"),
        sound(values, "sex"),
        sound(values, "birthDate"),
        area(values),
        sound(values, "address"),
        householdKey,
        size == null ? null : size.intValue(),
        sound(values, "phone"),
        sound(values, "relation"),
        sound(values, "otherName"),
        form.role(),
        sound(values, "ethnicGroup"));
  }

  private @Nullable String area(Map<String, Value> values) {
    List<String> texts = new ArrayList<>();
    for (String place : form.area()) {
      texts.add(
          switch (place) {
            case "title" -> title.toString();
            case "sheet" -> sheet;
            default -> text(values, place);
          });
    }
    return areas.find(texts);
  }

  private static String text(Map<String, Value> values, String field) {
    return values.getOrDefault(field, Value.BLANK).text();
  }

  private static @Nullable String sound(Map<String, Value> values, String field) {
    Value value = values.getOrDefault(field, Value.BLANK);
    return value.sound() ? value.text() : null;
  }
}
