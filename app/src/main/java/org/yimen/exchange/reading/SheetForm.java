package org.yimen.exchange.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.Identity.Role;
import org.yimen.exchange.reading.text.CodeLists.CodeList;
import org.yimen.exchange.reading.text.Texts;

/**
 * One layout of a sheet in a format.
 *
 * @param sheet what the sheet's name must match, if anything
 * @param firstRow what the first row must match where there is no header
 * @param householdKey field that is the same for all rows of a household
 * @param keyWithinSheet the key is a running number of its sheet
 * @param area where the place stands, the later the more exact: fields, {@code title}, {@code
 *     sheet}
 * @param fillBy a row with this field starts a group; the {@code filled} fields of the others are
 *     those of its first row
 * @param byHeader headers as compared, to their column and how preferred the header is
 */
record SheetForm(
    String name,
    @Nullable Pattern sheet,
    @Nullable Pattern firstRow,
    Role role,
    @Nullable String householdKey,
    boolean keyWithinSheet,
    List<String> area,
    @Nullable String fillBy,
    List<String> filled,
    List<Context> context,
    List<Skip> skips,
    List<Column> columns,
    List<Derived> derived,
    List<Check> checks,
    List<FactRule> facts,
    Map<String, Preference> byHeader) {

  /** A value that stands once for a sheet: in the rows above its data, its name or the file's. */
  record Context(Column column, Place place, Pattern match) {}

  enum Place {
    TITLE,
    SHEET,
    FILE
  }

  /** A row that holds no data: its cells joined with {@code |}, or its first filled cell, match. */
  record Skip(Pattern match, boolean wholeRow, String reason) {}

  /**
   * A field filled from another where it is blank: a part of it, or its code in another list.
   *
   * @param agree where both are there and differ, the field is doubtful
   */
  record Derived(
      String field, String from, @Nullable Pattern match, @Nullable CodeList list, boolean agree) {

    void apply(Map<String, Value> row, UnaryOperator<String> label) {
      String written = Texts.narrow(row.getOrDefault(from, Value.BLANK).text());
      String found = written.isEmpty() ? null : code(written);
      Value there = row.getOrDefault(field, Value.BLANK);
      if (found != null && there.blank()) {
        row.put(field, Value.text(found));
      } else if (found != null && agree && there.sound() && !found.equals(there.text())) {
        String doubt = "“" + label.apply(field) + "”与“" + label.apply(from) + "”不符";
        row.put(field, Value.doubtful(there.text(), doubt));
      }
    }

    private @Nullable String code(String written) {
      String part = written;
      if (match != null) {
        Matcher matcher = match.matcher(written);
        part = matcher.find() ? matcher.group(1) : null;
      }
      return part == null || list == null ? part : list.code(part);
    }
  }

  /** What must be there when a field has one of the values, or any value where none is named. */
  record Check(String field, Set<String> values, String needs, String doubt) {

    boolean fails(Map<String, Value> row) {
      String text = row.getOrDefault(field, Value.BLANK).text();
      boolean holds = values.isEmpty() ? !text.isEmpty() : values.contains(text);
      return holds && row.getOrDefault(needs, Value.BLANK).blank();
    }
  }

  record Preference(Column column, int rank) {}

  boolean headless() {
    return firstRow != null;
  }

  @Nullable Column column(String field) {
    for (Column column : columns) {
      if (column.field().equals(field)) {
        return column;
      }
    }
    for (Context one : context) {
      if (one.column().field().equals(field)) {
        return one.column();
      }
    }
    return null;
  }

  String label(String field) {
    Column column = column(field);
    return column == null ? field : column.label();
  }

  static Map<String, Preference> byHeader(List<Column> columns) {
    Map<String, Preference> index = new HashMap<>();
    for (Column column : columns) {
      for (int rank = 0; rank < column.headers().size(); rank++) {
        index.putIfAbsent(Texts.key(column.headers().get(rank)), new Preference(column, rank));
      }
    }
    return index;
  }
}
