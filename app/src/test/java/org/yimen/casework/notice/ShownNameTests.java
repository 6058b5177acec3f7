package org.yimen.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShownNameTests {

  @Test
  void a_name_hangs_as_the_setting_says() {
    assertThat(ShownName.set("masked").of("阿依古丽·买买提")).isEqualTo("阿＊提");
    assertThat(ShownName.set("first").of("阿依古丽·买买提")).isEqualTo("阿＊");
    assertThat(ShownName.set("full").of(" 王小明 ")).isEqualTo("王小明");
  }

  @Test
  void of_two_letters_and_of_rare_ones_the_last_is_not_told_by_mistake() {
    assertThat(ShownName.set("masked").of("王明")).isEqualTo("王＊");
    assertThat(ShownName.set("masked").of("𠮷小明")).isEqualTo("𠮷＊明");
    assertThat(ShownName.set("masked").of("")).isEmpty();
  }

  @Test
  void another_setting_says_which_ones_there_are() {
    assertThatThrownBy(() -> ShownName.set("none"))
        .hasMessageContaining("yimen.notice.name")
        .hasMessageContaining("masked");
  }
}
