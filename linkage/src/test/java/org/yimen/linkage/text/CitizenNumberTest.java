package org.yimen.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.yimen.linkage.text.CitizenNumber.Kind;

class CitizenNumberTest {

  @Test
  void a_right_number_tells_birth_and_sex() {
    CitizenNumber number = CitizenNumber.normalise("650199197105120024");
    assertThat(number.kind()).isEqualTo(Kind.CHECK_FAILED);
    CitizenNumber right = CitizenNumber.normalise(whole("65019919710512002"));
    assertThat(right.kind()).isEqualTo(Kind.VALID);
    assertThat(right.birth()).isEqualTo(BirthDate.of(LocalDate.of(1971, 5, 12)));
    assertThat(right.sex()).isEqualTo(Sex.FEMALE);
  }

  @Test
  void full_width_digits_blanks_tabs_and_quotation_marks_are_no_part_of_a_number() {
    String plain = whole("65019919710512002");
    StringBuilder wide = new StringBuilder("'\t");
    plain.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    assertThat(CitizenNumber.normalise(wide.toString()).text()).isEqualTo(plain);
    String spaced =
        plain.substring(0, 6) + " " + plain.substring(6, 14) + "\u3000" + plain.substring(14);
    assertThat(CitizenNumber.normalise(spaced).text()).isEqualTo(plain);
  }

  @Test
  void small_x_the_sign_of_multiplication_and_an_asterisk_stand_for_the_check_character() {
    String seventeen = endingInX();
    for (String sign : new String[] {"x", "X", "×", "*", "Ｘ"}) {
      CitizenNumber number = CitizenNumber.normalise(seventeen + sign);
      assertThat(number.text()).isEqualTo(seventeen + "X");
      assertThat(number.kind()).isEqualTo(Kind.VALID);
    }
  }

  @Test
  void fifteen_digits_become_eighteen() {
    CitizenNumber number = CitizenNumber.normalise("650199710512002");
    assertThat(number.kind()).isEqualTo(Kind.REPAIRED_15);
    assertThat(number.text()).isEqualTo(whole("65019919710512002"));
  }

  @Test
  void zeros_that_a_spreadsheet_put_at_the_end_leave_a_damaged_number() {
    assertThat(CitizenNumber.normalise("650199197105129000").kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void a_number_in_scientific_notation_keeps_its_first_digits_only() {
    CitizenNumber number = CitizenNumber.normalise("6.50199E+17");
    assertThat(number.kind()).isEqualTo(Kind.DAMAGED);
    assertThat(number.text()).isEqualTo("650199");
  }

  @Test
  void scientific_notation_never_leaves_what_would_be_read_as_a_whole_number() {
    CitizenNumber number = CitizenNumber.normalise("6.50199080512345E+17");
    assertThat(number.kind()).isEqualTo(Kind.DAMAGED);
    assertThat(number.text()).isEqualTo("65019908051234");
    assertThat(CitizenNumber.normalise(number.text())).isEqualTo(number);
  }

  @Test
  void a_wrong_check_character_is_noticed() {
    String right = whole("65019919710512002");
    String wrong = right.substring(0, 17) + (right.charAt(17) == '1' ? '2' : '1');
    assertThat(CitizenNumber.normalise(wrong).kind()).isEqualTo(Kind.CHECK_FAILED);
  }

  @Test
  void the_thirty_first_of_february_is_nobodys_birthday() {
    String number = whole("65019919710231002");
    assertThat(CitizenNumber.normalise(number).kind()).isEqualTo(Kind.DAMAGED);
    assertThat(CitizenNumber.normalise(number).birth()).isNull();
  }

  @Test
  void a_disability_number_holds_a_citizen_number() {
    String inside = whole("65019919710512002");
    CitizenNumber number = CitizenNumber.normalise(inside + "43");
    assertThat(number.kind()).isEqualTo(Kind.DISABILITY_20);
    assertThat(number.text()).isEqualTo(inside);
  }

  @Test
  void nines_at_the_beginning_are_a_placeholder() {
    assertThat(CitizenNumber.normalise("999999197105120021").kind()).isEqualTo(Kind.PLACEHOLDER);
    assertThat(CitizenNumber.normalise("111111111111111111").kind()).isEqualTo(Kind.PLACEHOLDER);
  }

  @Test
  void nothing_written_is_missing_and_words_are_nothing() {
    assertThat(CitizenNumber.normalise(null).kind()).isEqualTo(Kind.MISSING);
    assertThat(CitizenNumber.normalise("　").kind()).isEqualTo(Kind.MISSING);
    assertThat(CitizenNumber.normalise("无").kind()).isEqualTo(Kind.MISSING);
  }

  @Test
  void only_whole_numbers_are_packed_and_different_ones_differently() {
    String one = whole("65019919710512002");
    long packed = CitizenNumber.normalise(one).packed();
    assertThat(packed).isEqualTo(65019919710512002L);
    assertThat(CitizenNumber.normalise(one + "43").packed()).isEqualTo(packed);
    assertThat(CitizenNumber.normalise("999999197105120021").packed()).isZero();
    assertThat(CitizenNumber.normalise("6.5E+17").packed()).isZero();
  }

  private static String endingInX() {
    for (int serial = 100; ; serial++) {
      String seventeen = "65019919710512" + serial;
      if (CitizenNumber.checkCharacter(seventeen) == 'X') {
        return seventeen;
      }
    }
  }

  private static String whole(String seventeen) {
    return seventeen + CitizenNumber.checkCharacter(seventeen);
  }
}
