package org.yimen.batch.facts;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes what a row of the schema holds of a cell that is written as text. */
public final class TextCell {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,13}(\\.[0-9]{1,9})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern BETWEEN = Pattern.compile(";");

  private TextCell() {}

  /** A cell that does not hold what its column wants; the message is Chinese. */
  public static final class Wrong extends Exception {
    Wrong(Column.Kind kind, String text) {
      super("应为" + kind.title() + "，而不是" + Fault.shown(text) + "。", null, false, false);
    }
  }

  /**
   * @param text not empty; a list's items stand between semicolons
   */
  public static Object of(Column.Kind kind, String text) throws Wrong {
    return switch (kind) {
      case TEXT -> UTF8String.fromString(text);
      case LIST -> list(BETWEEN.splitAsStream(text).map(String::strip));
      case TRUTH -> truth(text);
      case DAY -> day(text);
      case WHOLE -> (int) number(kind, text, 0);
      case AMOUNT -> amount(text);
    };
  }

  static GenericArrayData list(Stream<String> items) {
    return new GenericArrayData(items.map(UTF8String::fromString).toArray());
  }

  private static Boolean truth(String text) throws Wrong {
    return switch (text) {
      case "true", "是", "1" -> true;
      case "false", "否", "0" -> false;
      default -> throw new Wrong(Column.Kind.TRUTH, text);
    };
  }

  private static Integer day(String text) throws Wrong {
    if (DATE.matcher(text).matches()) {
      try {
        return (int) LocalDate.parse(text).toEpochDay();
      } catch (DateTimeException e) {
        throw new Wrong(Column.Kind.DAY, text);
      }
    }
    throw new Wrong(Column.Kind.DAY, text);
  }

  private static Decimal amount(String text) throws Wrong {
    long hundredths = number(Column.Kind.AMOUNT, text, Column.SCALE);
    return Decimal.createUnsafe(hundredths, Column.PRECISION, Column.SCALE);
  }

  /** The number with its point moved to the right; nothing may be left behind it. */
  private static long number(Column.Kind kind, String text, int places) throws Wrong {
    if (!NUMBER.matcher(text).matches()) {
      throw new Wrong(kind, text);
    }
    BigDecimal number = new BigDecimal(text).movePointRight(places).stripTrailingZeros();
    boolean fits = kind == Column.Kind.AMOUNT || number.abs().compareTo(LARGEST_WHOLE) <= 0;
    if (number.scale() > 0 || !fits) {
      throw new Wrong(kind, text);
    }
    return number.longValueExact();
  }

  private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(Integer.MAX_VALUE);
}
