package org.yimen.casework.paper;

import java.util.List;

/**
 * A paper as it is meant, before it is written as PDF or Word: every word of both comes from here.
 *
 * @param subtitle under the title; empty for none
 */
record Paper(String title, String subtitle, Printed printed, List<Block> blocks) {

  /**
   * What stands at the edge of each page.
   *
   * @param number of the case; empty where the paper hangs in public
   * @param foot who printed it, and when
   */
  record Printed(String number, String foot) {}

  sealed interface Block permits Text, Table {}

  /** How a paragraph is set. */
  enum Style {
    HEADING,
    BODY,
    PLAIN,
    NOTE,
    SIGN,
    SEAL
  }

  /** A paragraph. */
  record Text(Style style, String text) implements Block {
    Text {
      text = Letters.clean(text);
    }
  }

  /**
   * A table with lines.
   *
   * @param widths of the columns, in parts of their sum
   * @param head how many rows stand again on each page
   */
  record Table(List<Integer> widths, int head, List<List<Cell>> rows) implements Block {}

  /** A cell over one column or more; a label says what stands beside or below it. */
  record Cell(String text, int span, boolean label) {
    Cell {
      text = Letters.clean(text);
    }
  }
}
