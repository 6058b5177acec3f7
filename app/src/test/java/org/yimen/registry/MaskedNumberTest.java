package org.yimen.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNumberTest {

  @ParameterizedTest
  @CsvSource({
    "650199196105041234, 650199********1234",
    "65019919610504123X, 650199********123X",
    "650199610504123, 650199*****4123",
    "6501996105041, ***********41",
    "7, *",
  })
  void a_number_keeps_county_and_tail_only(String number, String shown) {
    assertThat(MaskedNumber.of(number)).isEqualTo(shown);
  }

  @Test
  void nothing_is_masked_to_nothing() {
    assertThat(MaskedNumber.of("")).isNull();
    assertThat(MaskedNumber.of(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "母亲 65019919610504123X 与本人, 母亲 650199********123X 与本人",
    "650199 19610504 1234, 650199**********1234",
    "６５０１９９１９６１０５０４１２３４, ６５０１９９********１２３４",
    "6217001234567890123, 621700*********0123",
    "2025-07-15 发放 120 元 13800001234, 2025-07-15 发放 120 元 13800001234",
  })
  void in_a_text_only_long_numbers_are_masked(String text, String shown) {
    assertThat(MaskedNumber.within(text)).isEqualTo(shown);
  }
}
