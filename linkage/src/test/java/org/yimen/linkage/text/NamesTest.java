package org.yimen.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void look_alikes_of_the_dot_become_the_dot() {
    for (char dot : "·•‧∙⋅・･．。.°·᛫․ㆍ".toCharArray()) {
      assertThat(Names.normalise("艾力" + dot + "玉素甫")).isEqualTo("艾力·玉素甫");
    }
  }

  @Test
  void a_blank_inside_a_name_of_two_characters_is_taken_out() {
    assertThat(Names.normalise(" 丁　 长 ")).isEqualTo("丁长");
  }

  @Test
  void a_blank_between_two_long_parts_is_a_dot() {
    assertThat(Names.normalise("艾力 玉素甫")).isEqualTo("艾力·玉素甫");
  }

  @Test
  void titles_and_notes_in_brackets_are_no_part_of_a_name() {
    assertThat(Names.normalise("王文泽（户主）")).isEqualTo("王文泽");
    assertThat(Names.normalise("王文泽(已故)")).isEqualTo("王文泽");
    assertThat(Names.normalise("王文泽户主")).isEqualTo("王文泽");
  }

  @Test
  void traditional_characters_become_simplified() {
    assertThat(Names.normalise("陸軍強")).isEqualTo("陆军强");
  }

  @Test
  void a_question_mark_left_by_an_old_encoding_is_a_dot_inside_and_nothing_at_the_end() {
    assertThat(Names.normalise("艾力江?玉素甫")).isEqualTo("艾力江·玉素甫");
    assertThat(Names.normalise("马素清?")).isEqualTo("马素清");
  }

  @Test
  void homophones_sound_the_same() {
    assertThat(likeness("陈诚", "陈成")).isGreaterThan(0.9).isLessThan(1);
    assertThat(Names.soundSkeleton("陈诚")).isEqualTo(Names.soundSkeleton("陈成"));
  }

  @Test
  void sisters_who_share_two_characters_are_not_alike_enough() {
    assertThat(likeness("李玉梅", "李玉芳")).isLessThan(0.78);
  }

  @Test
  void transcriptions_of_one_name_sound_alike() {
    assertThat(likeness("努尔麦麦提·肖开提", "奴尔买买提·雪开提")).isGreaterThan(0.85);
    assertThat(likeness("玉苏普·吾麦尔", "优素甫·乌买尔")).isGreaterThan(0.78);
    assertThat(likeness("库尔班·塔依尔", "库尔邦·塔义尔")).isGreaterThan(0.9);
  }

  @Test
  void a_missing_dot_does_not_matter() {
    assertThat(likeness("穆妮热塔依尔", "穆妮热·塔依尔")).isEqualTo(1);
  }

  @Test
  void parts_turned_round_are_nearly_the_same_name() {
    assertThat(likeness("艾力·古丽娜尔", "古丽娜尔·艾力")).isBetween(0.9, 0.99);
  }

  @Test
  void a_dropped_fathers_name_leaves_much_of_the_name() {
    assertThat(likeness("吾拉孜别克", "吾拉孜别克·海拉提")).isBetween(0.8, 0.95);
  }

  @Test
  void a_name_cut_by_a_narrow_column_is_still_like_itself() {
    assertThat(likeness("阿曼格力德·塔力", "阿曼格力德·塔力哈提")).isGreaterThan(0.78);
  }

  @Test
  void brothers_share_a_fathers_name_and_are_not_alike() {
    assertThat(likeness("艾力·玉素甫", "库尔班·玉素甫")).isLessThan(0.78);
  }

  private static double likeness(String left, String right) {
    return Names.likeness(Names.normalise(left), Names.normalise(right));
  }
}
