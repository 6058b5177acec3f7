package org.yimen.exchange.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.Source.Cell;
import org.yimen.exchange.reading.text.CodeLists.CodeList;
import org.yimen.exchange.reading.text.DateText;
import org.yimen.exchange.reading.text.Texts;

/**
 * A described column: how it is found and what its cells mean.
 *
 * @param headers the first is its label
 * @param at 1-based place where the file has no header, else 0
 * @param must the sheet is not of this form without it
 * @param required a blank cell is doubtful
 * @param open values that are not in the list, or no date or number, are kept as text
 * @param negative amounts below zero are allowed
 * @param most largest plausible number, 0 for none
 * @param formulas running numbers and the like may be formulas; their last value is taken
 * @param unit yuan that 1 in the file stands for, unless its header says another unit
 */
record Column(
    String field,
    List<String> headers,
    Type type,
    @Nullable CodeList list,
    int at,
    boolean must,
    boolean required,
    boolean open,
    boolean negative,
    boolean formulas,
    long most,
    BigDecimal unit) {

  enum Type {
    TEXT,
    DATE,
    MONEY,
    COUNT,
    CODE
  }

  private static final Set<String> NOTHING =
      Set.of("", "/", "-", "--", "—", "——", "无", "\\", "n/a");
  private static final Pattern MONEY =
      Pattern.compile("[¥￥]?(-?\\d+(?:\\.\\d+)?)(万元|千元|元|万)?(?:/[月年人])*");
  private static final Pattern COUNT =
      Pattern.compile("(-?\\d+(?:\\.\\d+)?)(?:个月|平方米|[口人户岁月间辆年㎡]|m2)?");

  /** How some programs keep a csv's long numbers from being shown as 6.5E+17. */
  private static final Pattern AS_TEXT = Pattern.compile("=\"([^\"]*)\"");

  private static final Pattern ERROR =
      Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)");
  private static final BigDecimal FEN = BigDecimal.valueOf(100);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

  String label() {
    return headers.get(0);
  }

  /** Reads a cell; {@code headerUnit} is the unit the header names, if any. */
  Value read(Cell cell, @Nullable BigDecimal headerUnit) {
    String written = Texts.trim(cell.text());
    Matcher asText = AS_TEXT.matcher(written);
    if (asText.matches()) {
      written = Texts.trim(asText.group(1));
    }
    if (cell.kind() == Cell.Kind.FORMULA && !formulas) {
      return Value.doubtful(written, "“" + label() + "”是公式，请改为数值后再报");
    }
    if (written.isEmpty()) {
      return required ? Value.doubtful("", "缺“" + label() + "”") : Value.BLANK;
    }
    if (ERROR.matcher(written).matches()) {
      return doubt(written, "是公式错误");
    }
    if (type == Type.TEXT) {
      return Value.text(written);
    }
    if (NOTHING.contains(Texts.key(written)) && code(written) == null) {
      return Value.BLANK;
    }
    return switch (type) {
      case DATE -> date(written, cell.kind() == Cell.Kind.NUMBER);
      case MONEY -> money(written, headerUnit == null ? unit : headerUnit);
      case COUNT -> count(written);
      case CODE -> coded(written);
      case TEXT -> Value.text(written);
    };
  }

  private Value doubt(String written, String why) {
    return open
        ? Value.text(written)
        : Value.doubtful(written, "“" + label() + "”" + why + "：" + shown(written));
  }

  private static String shown(String written) {
    return written.length() > 20 ? written.substring(0, 20) + "…" : written;
  }

  private Value date(String written, boolean number) {
    DateText date = DateText.read(written, number);
    return date == null
        ? doubt(written, "不是能确定的日期")
        : new Value(date.iso(), null, date.first(), null);
  }

  private Value money(String written, BigDecimal yuan) {
    Matcher money = MONEY.matcher(number(written));
    if (!money.matches()) {
      return doubt(written, "不是金额");
    }
    BigDecimal said = saidUnit(money.group(2));
    BigDecimal value = new BigDecimal(money.group(1)).multiply(said == null ? yuan : said);
    if (value.abs().compareTo(LARGEST) > 0 || (value.signum() < 0 && !negative)) {
      return doubt(written, "金额不合理");
    }
    BigDecimal fen = value.multiply(FEN).setScale(0, RoundingMode.HALF_UP);
    return new Value(plain(value), fen.longValueExact(), null, null);
  }

  /** Yuan in one of a unit named in a cell or a header. */
  static @Nullable BigDecimal saidUnit(@Nullable String unit) {
    if (unit == null) {
      return null;
    }
    return switch (unit) {
      case "万元", "万" -> BigDecimal.valueOf(10_000);
      case "千元" -> BigDecimal.valueOf(1_000);
      case "元" -> BigDecimal.ONE;
      default -> null;
    };
  }

  private Value count(String written) {
    Matcher count = COUNT.matcher(number(written));
    if (!count.matches() || count.group(1).length() > 15) {
      return doubt(written, "不是数字");
    }
    BigDecimal value = new BigDecimal(count.group(1));
    boolean tooMuch = most > 0 && value.compareTo(BigDecimal.valueOf(most)) > 0;
    if (tooMuch || (value.signum() < 0 && !negative)) {
      return doubt(written, "数字不合理");
    }
    long whole = value.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return new Value(plain(value), whole, null, null);
  }

  private static String number(String written) {
    return Texts.key(written).replace(",", "").replace("，", "");
  }

  private static String plain(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
  }

  private Value coded(String written) {
    String code = code(written);
    return code == null ? doubt(written, "不在代码表中") : Value.text(code);
  }

  private @Nullable String code(String written) {
    return list == null ? null : list.code(written);
  }
}
