package org.yimen.exchange.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A described kind of file. */
public final class Format {
  private final String id;
  private final String bureau;
  private final String title;
  private final int order;
  private final @Nullable Pattern fileHint;
  private final List<SheetForm> forms;

  Format(List<String> idBureauTitle, int order, @Nullable Pattern fileHint, List<SheetForm> forms) {
    this.id = idBureauTitle.get(0);
    this.bureau = idBureauTitle.get(1);
    this.title = idBureauTitle.get(2);
    this.order = order;
    this.fileHint = fileHint;
    this.forms = forms;
  }

  /** Stable name, for example {@code dibao-roll}. */
  public String id() {
    return id;
  }

  /** Chinese name of the bureau that sends it. */
  public String bureau() {
    return bureau;
  }

  /** Chinese name of the kind of file. */
  public String title() {
    return title;
  }

  /** Files are linked in this order; the residence file comes first. */
  public int order() {
    return order;
  }

  /** Chinese label of a field in {@link ReadRow#values()}. */
  public String label(String field) {
    Column column = column(field);
    return column == null ? field : column.label();
  }

  /** A value of {@link ReadRow#values()} as people read it: the Chinese name of a code. */
  public String text(String field, String value) {
    Column column = column(field);
    return column == null || column.list() == null ? value : column.list().name(value);
  }

  boolean hintedBy(String fileName) {
    return fileHint != null && fileHint.matcher(fileName).find();
  }

  List<SheetForm> forms() {
    return forms;
  }

  private @Nullable Column column(String field) {
    for (SheetForm form : forms) {
      Column column = form.column(field);
      if (column != null) {
        return column;
      }
    }
    return null;
  }
}
