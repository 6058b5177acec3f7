package org.yimen.casework.form;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;

/**
 * What can be true of a person: nobody is born tomorrow, and a citizen number has a check
 * character. Each answers what to do about it; empty: nothing is wrong. The phone looks in the same
 * way ({@code web/src/shared/form/facts.ts}).
 */
final class PossibleFacts {

  private static final int OLDEST = 130;
  private static final int LENGTH = 18;

  /** A citizen number, or that of a disability card, which begins with one. */
  private static final Pattern WRITTEN = Pattern.compile("\\d{17}[\\dXx](\\d{2})?");

  private PossibleFacts() {}

  static String birth(LocalDate born, LocalDate today) {
    if (born.isAfter(today)) {
      return "晚于今天，请对照户口簿改正。";
    }
    return born.isBefore(today.minusYears(OLDEST)) ? "早于 %d 年前，请对照户口簿改正。".formatted(OLDEST) : "";
  }

  /** A number with stars is one that was shown masked and is left as it was. */
  static String citizenNumber(String written, @Nullable LocalDate born) {
    String number = written.strip();
    if (number.isEmpty() || number.contains("*")) {
      return "";
    }
    if (!WRITTEN.matcher(number).matches()) {
      return "应为 %d 位（残疾人证号 20 位），请对照证件改正；没有证件的不填。".formatted(LENGTH);
    }
    CitizenNumber read = CitizenNumber.normalise(number.substring(0, LENGTH));
    if (read.kind() != CitizenNumber.Kind.VALID) {
      return "校验不对，有一位填错了，请对照证件改正；没有证件的不填。";
    }
    BirthDate told = read.birth();
    return born == null || told == null || told.equals(BirthDate.of(born))
        ? ""
        : "与“出生日期”不一致，请对照证件改正其中填错的一项。";
  }
}
