package org.yimen.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.Format;
import org.yimen.identity.FieldScope;

/**
 * What of a delivery's rows the user is not shown: columns that need a permission, all of a sheet
 * that does, and of minors every such column until somebody has approved it. Who sent a file
 * themselves sees it as they sent it.
 */
record HeldBack(Set<String> columns, Set<String> ofMinors, List<String> sheets) {

  static final HeldBack NOTHING = new HeldBack(Set.of(), Set.of(), List.of());

  private static final String INSTEAD = "（说明涉及您的岗位不能查看的内容）";

  static HeldBack of(@Nullable String format, FieldScope fields) {
    return format == null
        ? NOTHING
        : new HeldBack(
            fields.hiddenColumns(format), fields.sensitiveColumns(format), fields.hiddenSheets());
  }

  /** The row without what is held back; the reason too, where it names such a column. */
  RowReport.Line of(RowReport.Line line, @Nullable Format format) {
    boolean whole = sheets.stream().anyMatch(line.sheet()::contains);
    Set<String> without = line.minor() ? ofMinors : columns;
    if (without.isEmpty() && !whole) {
      return line;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    if (!whole) {
      line.cells()
          .forEach(
              (field, value) -> {
                if (!without.contains(field)) {
                  cells.put(field, value);
                }
              });
    }
    return new RowReport.Line(
        line.id(),
        line.sheet(),
        line.row(),
        line.outcome(),
        reason(line.reason(), whole, without, format),
        line.link(),
        whole ? null : line.linkReason(),
        whole ? null : line.person(),
        whole ? null : line.household(),
        line.minor(),
        cells);
  }

  private static @Nullable String reason(
      @Nullable String reason, boolean whole, Set<String> without, @Nullable Format format) {
    if (reason == null || format == null) {
      return reason;
    }
    boolean tells = without.stream().map(format::label).anyMatch(reason::contains);
    return whole || tells ? INSTEAD : reason;
  }
}
