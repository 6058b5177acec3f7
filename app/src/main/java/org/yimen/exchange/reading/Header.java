package org.yimen.exchange.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.SheetForm.Preference;
import org.yimen.exchange.reading.Source.RawRow;
import org.yimen.exchange.reading.text.Texts;

/**
 * Where a sheet's columns are.
 *
 * @param lastRow number of the header's last row, 0 where there is none
 * @param found columns with their place and unit
 * @param unknown headers that the form doesn't know, by place
 * @param missing labels of the columns without which the sheet is not of the form
 * @param duplicate a header that stands twice for the same column
 */
record Header(
    SheetForm form,
    int lastRow,
    List<Found> found,
    Map<Integer, String> unknown,
    List<String> missing,
    @Nullable String duplicate) {

  /** A column at a 0-based place. */
  record Found(Column column, int place, @Nullable BigDecimal unit, int rank) {}

  /** Header rows are looked for in the first rows only. */
  static final int LOOKED_AT = 30;

  private static final Pattern BRACKET = Pattern.compile("\\(([^()]*)\\)$");

  boolean matches() {
    return missing.isEmpty() && !found.isEmpty();
  }

  /** The first header of a form in a sheet's first rows, else what comes closest to one. */
  static Header find(SheetForm form, List<RawRow> rows) {
    if (form.headless()) {
      return headless(form, rows);
    }
    Header closest = none(form);
    for (int i = 0; i < rows.size(); i++) {
      Header best = at(form, rows, i);
      if (best.matches()) {
        return best;
      }
      closest = closest.or(best);
    }
    return closest;
  }

  /** A header of one row, or of two where both rows name columns. */
  private static Header at(SheetForm form, List<RawRow> rows, int i) {
    RawRow upper = rows.get(i);
    Header one = of(form, upper.number(), texts(upper));
    if (i + 1 == rows.size() || rows.get(i + 1).number() != upper.number() + 1) {
      return one;
    }
    RawRow lower = rows.get(i + 1);
    Header two = of(form, lower.number(), joined(upper, lower));
    boolean both = two.better(one) && two.better(of(form, lower.number(), texts(lower)));
    return both ? two : one;
  }

  static Header none(SheetForm form) {
    return new Header(form, 0, List.of(), Map.of(), mustLabels(form, List.of()), null);
  }

  /** A match is better than none, then more columns are better. */
  boolean better(Header other) {
    return matches() == other.matches() ? found.size() > other.found.size() : matches();
  }

  private Header or(Header next) {
    return next.better(this) ? next : this;
  }

  private static Header headless(SheetForm form, List<RawRow> rows) {
    Pattern first = form.firstRow();
    boolean matches =
        first != null && !rows.isEmpty() && first.matcher(rows.get(0).joined()).find();
    List<Found> found = new ArrayList<>();
    for (Column column : form.columns()) {
      found.add(new Found(column, column.at() - 1, null, 0));
    }
    List<String> missing = matches ? List.of() : List.of("首行标记");
    return new Header(form, 0, matches ? found : List.of(), Map.of(), missing, null);
  }

  private static List<String> texts(RawRow row) {
    return row.cells().stream().map(cell -> Texts.narrow(cell.text())).toList();
  }

  /** A two-row header as one: the lower cell, with the group above it in front. */
  private static List<String> joined(RawRow upper, RawRow lower) {
    List<String> texts = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      String above = Texts.key(upper.cell(i).text());
      String below = Texts.key(lower.cell(i).text());
      group = above.isEmpty() && !below.isEmpty() ? group : above;
      texts.add(below.isEmpty() ? above : group.isEmpty() ? below : group + "/" + below);
    }
    return texts;
  }

  private static Header of(SheetForm form, int row, List<String> texts) {
    Map<Column, Found> found = new HashMap<>();
    Map<Integer, String> unknown = new HashMap<>();
    String duplicate = null;
    for (int place = 0; place < texts.size(); place++) {
      String text = Texts.key(texts.get(place));
      Preference known = text.isEmpty() ? null : known(form, text);
      if (known == null) {
        unknown.put(place, Texts.trim(texts.get(place)));
        continue;
      }
      Found now = new Found(known.column(), place, unit(text), known.rank());
      Found before = found.get(known.column());
      if (before != null && before.rank() == now.rank()) {
        duplicate = Texts.trim(texts.get(place));
      }
      if (before == null || now.rank() < before.rank()) {
        found.put(known.column(), now);
      }
      Found left = before == null ? null : before.rank() <= now.rank() ? now : before;
      if (left != null) {
        unknown.put(left.place(), Texts.trim(texts.get(left.place())));
      }
    }
    return new Header(form, row, inOrder(found), unknown, missing(form, found), duplicate);
  }

  private static List<Found> inOrder(Map<Column, Found> found) {
    return found.values().stream().sorted((a, b) -> Integer.compare(a.place(), b.place())).toList();
  }

  /** As written, without the group above it, without a bracket at the end, and without both. */
  private static @Nullable Preference known(SheetForm form, String text) {
    String lower = text.substring(text.lastIndexOf('/') + 1);
    for (String tried : List.of(text, bare(text), lower, bare(lower))) {
      Preference known = form.byHeader().get(tried);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static String bare(String text) {
    return BRACKET.matcher(text).replaceFirst("");
  }

  private static @Nullable BigDecimal unit(String text) {
    Matcher bracket = BRACKET.matcher(text);
    return bracket.find() ? Column.saidUnit(bracket.group(1)) : null;
  }

  private static List<String> missing(SheetForm form, Map<Column, Found> found) {
    return mustLabels(form, found.keySet());
  }

  private static List<String> mustLabels(SheetForm form, Collection<Column> found) {
    return form.columns().stream()
        .filter(column -> column.must() && !found.contains(column))
        .map(Column::label)
        .toList();
  }
}
