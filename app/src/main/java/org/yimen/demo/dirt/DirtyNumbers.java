package org.yimen.demo.dirt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;

/** Citizen numbers as they are typed, pasted and lost in spreadsheets. */
final class DirtyNumbers {
  private static final String FULL_WIDTH = "０１２３４５６７８９";

  private final Dice dice;
  private final Noise noise;

  DirtyNumbers(Dice dice, Noise noise) {
    this.dice = dice;
    this.noise = noise;
  }

  @Nullable String write(Person person, Household household) {
    if (dice.chance(noise.missing())) {
      return null;
    }
    String number = person.number();
    if (dice.chance(noise.number())) {
      number = damage(person, household);
    }
    number = otherX(number);
    return number.length() == 18 && dice.chance(.06 * noise.number()) ? dress(number) : number;
  }

  String certificate(Person person) {
    String number = person.number() + person.health().disability() + person.health().level();
    if (dice.chance(noise.number() * .2)) {
      return scientific(number);
    }
    if (dice.chance(noise.number() * .2)) {
      return withoutOne(number);
    }
    return otherX(dice.chance(noise.number()) ? dress(number) : number);
  }

  private String damage(Person person, Household household) {
    String number = person.number();
    boolean digits = !number.endsWith("X");
    return switch (dice.weighted(56, 17, 8.5, 6, 7.5, 4.5, 3.2, 2.2, 5.5)) {
      case 0 -> dress(number);
      case 1 -> typo(number);
      case 2 -> transposed(number);
      case 3 -> number.substring(0, 6) + number.substring(8, 17);
      case 4 -> digits ? number.substring(0, 15) + "000" : typo(number);
      case 5 -> digits ? scientific(number) : dress(number);
      case 6 -> "999999" + number.substring(6, 14) + number.substring(14, 17) + "0";
      case 7 -> ofAnotherMember(person, household);
      default -> withoutOne(number);
    };
  }

  /** Nothing wrong but the form: full-width digits, blanks around or inside, an apostrophe. */
  private String dress(String number) {
    return switch (dice.weighted(60, 17, 9, 7)) {
      case 0 -> fullWidth(number);
      case 1 -> dice.oneOf(number + " ", "\t" + number, number + "  ");
      case 2 -> "'" + number;
      default ->
          number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
    };
  }

  private String otherX(String number) {
    return number.endsWith("X") && dice.chance(Math.min(.6, .15 + 2 * noise.number()))
        ? number.substring(0, number.length() - 1) + dice.oneOf("x", "×", "*")
        : number;
  }

  private String typo(String number) {
    int at = dice.between(6, 16);
    int digit = (number.charAt(at) - '0' + dice.between(1, 9)) % 10;
    return number.substring(0, at) + digit + number.substring(at + 1);
  }

  private String transposed(String number) {
    for (int tries = 0; tries < 20; tries++) {
      int at = dice.between(6, 15);
      if (number.charAt(at) != number.charAt(at + 1)) {
        return number.substring(0, at)
            + number.charAt(at + 1)
            + number.charAt(at)
            + number.substring(at + 2);
      }
    }
    return typo(number);
  }

  private String withoutOne(String number) {
    int at = dice.between(6, number.length() - 1);
    return number.substring(0, at) + number.substring(at + 1);
  }

  private String ofAnotherMember(Person person, Household household) {
    return household.size() == 1
        ? typo(person.number())
        : household.members().stream()
            .filter(m -> m.id() != person.id())
            .skip(dice.between(0, household.size() - 2))
            .findFirst()
            .map(Person::number)
            .orElse(person.number());
  }

  private static String scientific(String number) {
    double value = Double.parseDouble(number.substring(0, 17).replace("X", "0")) * 10;
    return String.format(Locale.ROOT, "%.5E", value);
  }

  private static String fullWidth(String number) {
    StringBuilder wide = new StringBuilder();
    for (char c : number.toCharArray()) {
      wide.append(c == 'X' ? 'Ｘ' : c >= '0' && c <= '9' ? FULL_WIDTH.charAt(c - '0') : c);
    }
    return wide.toString();
  }
}
