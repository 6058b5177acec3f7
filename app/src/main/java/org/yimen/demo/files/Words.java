package org.yimen.demo.files;

import java.time.LocalDate;
import java.util.Map;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Person;

/** Words that several bureaus share. */
final class Words {
  private static final Map<String, String> DISABILITIES =
      Map.of("1", "视力", "2", "听力", "3", "言语", "4", "肢体", "5", "智力", "6", "精神", "7", "多重");
  private static final String LEVELS = "一二三四";

  private Words() {}

  static String sex(Person person) {
    return person.male() ? "男" : "女";
  }

  static String yes(boolean value) {
    return value ? "是" : "否";
  }

  static String disability(Person person) {
    return DISABILITIES.getOrDefault(String.valueOf(person.health().disability()), "");
  }

  static String level(Person person) {
    return LEVELS.charAt(person.health().level() - 1) + "级";
  }

  /** Relation words of one bureau, chosen by GB/T 4761 code: head, husband or wife, and so on. */
  static String relation(Person person, String... words) {
    return switch (person.kin().relation()) {
      case "02" -> words[0];
      case "12" -> words[1];
      case "20" -> words[2];
      case "30" -> words[3];
      case "41" -> words[4];
      case "42" -> words[5];
      case "51" -> words[6];
      default -> words[7];
    };
  }

  static LocalDate day(Dice dice, int fromYear, int toYear) {
    return LocalDate.of(dice.between(fromYear, toYear), 1, 1).plusDays(dice.between(0, 364));
  }

  /** A day of the first seven months of 2025, or within the last days of them. */
  static LocalDate lately(Dice dice, int days) {
    return LocalDate.of(2025, 7, 30).minusDays(dice.between(0, days));
  }
}
