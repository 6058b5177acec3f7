package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FamilyCodeTests {

  @Test
  void a_code_and_its_secret_are_twenty_letters_of_five_bits_in_groups_of_four() {
    FamilyCode made = FamilyCode.made();
    assertThat(made.code()).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
    assertThat(made.secret()).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
  }

  @Test
  void no_two_of_many_codes_are_alike_and_each_letter_comes_as_often_as_any_other() {
    Set<String> codes = new HashSet<>();
    int[] letters = new int[128];
    for (int i = 0; i < 20_000; i++) {
      String code = FamilyCode.made().code();
      codes.add(code);
      code.chars().forEach(letter -> letters[letter]++);
    }
    assertThat(codes).hasSize(20_000);
    double expected = 20_000 * 12 / 32.0;
    for (char letter : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
      assertThat((double) letters[letter]).as("" + letter).isBetween(expected * .9, expected * 1.1);
    }
  }

  @Test
  void it_may_be_typed_as_people_type() {
    byte[] hash = FamilyCode.typed("01AB-CDEF-GHJK", "MNPQ-RSTV").hash();
    for (String typed :
        new String[] {
          "01abcdefghjk",
          " 01AB CDEF GHJK ",
          "O1AB—CDEF—GHJK",
          "0lab-cdef-ghjk",
          "０１ＡＢ－ＣＤＥＦ－ＧＨＪＫ",
          "oIab.cdef.ghjk"
        }) {
      assertThat(FamilyCode.typed(typed, "mnpq rstv").hash()).as(typed).isEqualTo(hash);
    }
  }

  @Test
  void a_letter_may_not_wander_from_the_code_to_the_secret() {
    assertThat(FamilyCode.typed("01AB-CDEF-GHJ", "KMNP-QRST-V").hash())
        .isNotEqualTo(FamilyCode.typed("01AB-CDEF-GHJK", "MNPQ-RSTV").hash());
  }
}
