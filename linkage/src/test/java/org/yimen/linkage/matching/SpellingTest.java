package org.yimen.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {

  @Test
  void one_wrong_one_missing_one_doubled_and_one_exchange_are_one_slip_each() {
    assertThat(EditDistance.within("123456", "123956", 2)).isEqualTo(1);
    assertThat(EditDistance.within("123456", "12356", 2)).isEqualTo(1);
    assertThat(EditDistance.within("123456", "1233456", 2)).isEqualTo(1);
    assertThat(EditDistance.within("123456", "124356", 2)).isEqualTo(1);
  }

  @Test
  void counting_stops_beyond_the_limit() {
    assertThat(EditDistance.within("123456", "987654", 2)).isEqualTo(3);
    assertThat(EditDistance.within("1", "123456", 2)).isEqualTo(3);
  }

  @Test
  void a_common_beginning_makes_words_more_alike() {
    assertThat(Spelling.likeness("martha", "marhta")).isBetween(0.96, 0.97);
    assertThat(Spelling.likeness("abcdef", "xbcdef"))
        .isLessThan(Spelling.likeness("abcdef", "abcdex"));
    assertThat(Spelling.likeness("abc", "xyz")).isZero();
  }
}
