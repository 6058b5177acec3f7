package org.yimen.policy.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;

/** Takes typed values from one file and collects every problem instead of ending at the first. */
public final class Reading {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?((0|[1-9][0-9_]*)(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]{1,3})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int MOST_PROBLEMS = 100;
  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2199;

  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private String place = "";

  public Reading(String file) {
    this.file = file;
  }

  static boolean isNumber(String text) {
    return text.length() <= 40 && NUMBER.matcher(text).matches();
  }

  /** The number as written, or null where it is none ({@code .inf}, {@code 0x10}, {@code 1:30}). */
  public static @Nullable BigDecimal number(Doc doc) {
    return doc instanceof Doc.Scalar scalar
            && scalar.form() == Doc.Form.NUMBER
            && isNumber(scalar.text())
        ? new BigDecimal(scalar.text().replace("_", ""))
        : null;
  }

  public String file() {
    return file;
  }

  /** Says which part of the file is read from here on, such as {@code cases[0]}. */
  public void at(String part) {
    place = part;
  }

  public String place() {
    return place;
  }

  public void problem(Doc where, String message) {
    problem(where.line(), message);
  }

  public void problem(int line, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(file, line, place, message));
    }
  }

  public boolean clean() {
    return problems.isEmpty();
  }

  /** Ends the reading if anything was wrong. */
  public void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new BadFile(problems);
    }
  }

  /** The fields of a mapping; none where it is something else, which is a problem. */
  public Fields fields(Doc doc, String what) {
    if (doc instanceof Doc.Mapping mapping) {
      return new Fields(this, mapping, what);
    }
    problem(doc, what + "应为一组键值，而不是" + doc.kind() + "。");
    return new Fields(this, new Doc.Mapping(doc.line(), List.of()), what).given(false);
  }

  public List<Doc> items(@Nullable Doc doc, String what) {
    if (doc == null) {
      return List.of();
    }
    if (doc instanceof Doc.Sequence sequence) {
      return sequence.items();
    }
    problem(doc, what + "应为列表，而不是" + doc.kind() + "。");
    return List.of();
  }

  public @Nullable String text(@Nullable Doc doc, String what) {
    if (doc == null) {
      return null;
    }
    if (doc instanceof Doc.Scalar scalar && scalar.form() != Doc.Form.NULL) {
      return scalar.text();
    }
    problem(doc, what + "应为文字，而不是" + doc.kind() + "。");
    return null;
  }

  public boolean truth(@Nullable Doc doc, String what) {
    if (doc == null) {
      return false;
    }
    if (doc instanceof Doc.Scalar scalar && scalar.form() == Doc.Form.TRUTH) {
      String text = scalar.text().toLowerCase(java.util.Locale.ROOT);
      return text.equals("true") || text.equals("yes") || text.equals("on");
    }
    problem(doc, what + "应为 true 或 false，而不是" + doc.kind() + "。");
    return false;
  }

  public @Nullable BigDecimal decimal(@Nullable Doc doc, String what) {
    if (doc == null) {
      return null;
    }
    BigDecimal number = number(doc);
    if (number != null) {
      return number;
    }
    problem(doc, what + "应为数字，而不是" + doc.kind() + "。");
    return null;
  }

  /**
   * A decimal in hundredths: money as fen, years, metres and litres likewise; 0 after a problem.
   */
  public long hundredths(@Nullable Doc doc, String what, long most) {
    BigDecimal value = decimal(doc, what);
    if (doc == null || value == null) {
      return 0;
    }
    BigDecimal scaled = value.movePointRight(2);
    if (scaled.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
      String limit = BigDecimal.valueOf(most).movePointLeft(2).stripTrailingZeros().toPlainString();
      problem(doc, what + "太大，不能超过 " + limit + "。");
      return 0;
    }
    if (scaled.stripTrailingZeros().scale() > 0) {
      problem(doc, what + "最多两位小数。");
      return 0;
    }
    return scaled.longValueExact();
  }

  /** A whole number within bounds; the lower bound after a problem. */
  public int whole(@Nullable Doc doc, String what, int least, int most) {
    BigDecimal value = decimal(doc, what);
    if (doc == null || value == null) {
      return least;
    }
    if (value.stripTrailingZeros().scale() > 0
        || value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      problem(doc, what + "应为 " + least + " 到 " + most + " 的整数。");
      return least;
    }
    return value.intValueExact();
  }

  public @Nullable LocalDate date(@Nullable Doc doc, String what) {
    if (doc == null) {
      return null;
    }
    if (doc instanceof Doc.Scalar scalar && DATE.matcher(scalar.text()).matches()) {
      try {
        LocalDate date = LocalDate.parse(scalar.text());
        if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
          return date;
        }
        problem(doc, "%s应在 %d 年到 %d 年之间，而不是 %s。".formatted(what, FIRST_YEAR, LAST_YEAR, date));
        return null;
      } catch (DateTimeException e) {
        problem(doc, what + "“" + scalar.text() + "”不是存在的日期。");
        return null;
      }
    }
    problem(doc, what + "应为日期，写作 2025-08-01，而不是" + doc.kind() + "。");
    return null;
  }

  /** A value of a code list, or null where absent or wrong. */
  public <E extends Enum<E> & Coded> @Nullable E code(
      @Nullable Doc doc, Class<E> type, String what) {
    if (doc == null) {
      return null;
    }
    if (doc instanceof Doc.Scalar scalar && scalar.form() != Doc.Form.NULL) {
      E value = Coded.find(type, scalar.text());
      if (value != null) {
        return value;
      }
    }
    String codes =
        Stream.of(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining("、"));
    problem(doc, what + "不认识" + doc.kind() + "，可用：" + codes + "。");
    return null;
  }
}
