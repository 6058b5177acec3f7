package org.yimen.platform.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far the database lets a thread see: the role that its connections work with, and what the
 * policies of that role compare with (docs/adr/0006). A thread without one is the program itself,
 * which owns the tables.
 *
 * @param district whether all rows are shown that the role may read at all
 * @param area what the codes of all areas in reach begin with; null for none, where not district
 * @param may the codes of the permissions
 * @param sender whose deliveries are shown
 */
public record RowReach(
    boolean district, @Nullable String area, List<String> may, DeliveriesOf sender) {

  /** Sees no row of any household, person, file or audit. */
  public static final RowReach NOTHING =
      new RowReach(false, null, List.of(), new DeliveriesOf("", "", List.of()));

  static final String SEPARATOR = "\u001f";

  private static final ThreadLocal<RowReach> CURRENT = new ThreadLocal<>();

  /** Deliveries that somebody, a unit or one of some bureaus sent; empty for none. */
  public record DeliveriesOf(String username, String unit, List<String> bureaus) {}

  /** Does something with this reach: every connection that the thread takes meanwhile has it. */
  public <T extends @Nullable Object> T call(Callable<T> deed) throws Exception {
    RowReach before = CURRENT.get();
    CURRENT.set(this);
    try {
      return deed.call();
    } finally {
      put(before);
    }
  }

  /** Does something as the program itself, with connections of its own. */
  public static <T extends @Nullable Object> T asProgram(Supplier<T> deed) {
    RowReach before = CURRENT.get();
    CURRENT.remove();
    try {
      return deed.get();
    } finally {
      put(before);
    }
  }

  private static void put(@Nullable RowReach reach) {
    if (reach == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(reach);
    }
  }

  static @Nullable RowReach current() {
    return CURRENT.get();
  }

  /** The settings of a connection in the order in which they are set. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("role", district ? "yimen_district" : "yimen_desk");
    settings.put("yimen.area_from", area == null ? "" : area);
    settings.put("yimen.area_to", area == null ? "" : after(area));
    settings.put("yimen.may", String.join(",", may));
    settings.put("yimen.username", sender.username());
    settings.put("yimen.unit", sender.unit());
    settings.put("yimen.bureaus", String.join(SEPARATOR, sender.bureaus()));
    return settings;
  }

  /** The first code after all that begin so. */
  private static String after(String prefix) {
    if (prefix.isEmpty()) {
      return "";
    }
    int last = prefix.length() - 1;
    return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
  }
}
