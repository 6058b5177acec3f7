package org.yimen.platform;

/** Text for cells of tables that spreadsheet programs open. */
public final class SheetText {

  /** Full-width signs too: some programs take them for the narrow ones. */
  private static final String BEGINS_FORMULA = "=+-@\t\r＝＋－＠";

  private SheetText() {}

  /** The text; with an apostrophe in front where a program would take it for a formula. */
  public static String escaped(String text) {
    return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
