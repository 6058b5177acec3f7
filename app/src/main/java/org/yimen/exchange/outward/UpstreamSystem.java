package org.yimen.exchange.outward;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A national system: what it takes, in its own heads and order.
 *
 * @param prefix that the numbers of its packs begin with
 */
public record UpstreamSystem(
    String id, String title, String bureau, String prefix, List<Sheet> sheets) {

  /**
   * A sheet of a pack.
   *
   * @param of household or member: a row each
   */
  public record Sheet(String name, String of, List<Column> columns) {

    public boolean ofMembers() {
      return of.equals("member");
    }
  }

  /**
   * A column.
   *
   * @param value where it comes from, see docs/spec/outward.md
   * @param list their names for our codes; null: written as it is
   * @param required a family without it is left out
   * @param month a date written as yyyyMM
   */
  public record Column(
      String header, String value, @Nullable String list, boolean required, boolean month) {

    /** What happened to the row, which is told when the pack is written. */
    public boolean change() {
      return value.equals("=change");
    }

    /** Names who it is: shown masked. */
    public boolean identifies() {
      return value.endsWith("umber") || value.endsWith("hone") || value.equals("bankAccount");
    }
  }
}
