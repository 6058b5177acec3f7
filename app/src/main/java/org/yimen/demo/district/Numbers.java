package org.yimen.demo.district;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Citizen numbers by GB 11643 that nobody can have: the county codes are not assigned. No number is
 * given twice.
 */
final class Numbers {
  static final List<String> COUNTIES = List.of("650199", "652399", "510299", "412799", "622499");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private final Set<String> given = new HashSet<>();

  String draw(Kin kin, Dice dice) {
    String birth = kin.birth().format(DateTimeFormatter.BASIC_ISO_DATE);
    for (int attempt = 0; ; attempt++) {
      String county = COUNTIES.get(dice.weighted(88.4, 3.1, 2.85, 2.8, 2.8));
      // the sequence is odd for men; the upper hundred looks invented, the rest serves huge
      // districts
      int low = attempt < 20 ? 450 : 0;
      int sequence = 2 * dice.between(low, 499) + (kin.male() ? 1 : 0);
      String number = withCheck(county + birth + String.format("%03d", sequence));
      if (given.add(number)) {
        return number;
      }
    }
  }

  static String withCheck(String first17) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (first17.charAt(i) - '0');
    }
    return first17 + CHECKS.charAt(sum % 11);
  }
}
