package org.yimen.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yimen.exchange.reading.text.Areas;

class AreasTests {
  private static final Areas AREAS = Formats.load().areas();

  private static String find(String... texts) {
    return String.valueOf(AREAS.find(List.of(texts)));
  }

  @Test
  void an_address_names_its_village() {
    assertThat(find("新疆乌鲁木齐市达坂城区东沟乡高崖子村199号")).isEqualTo("650107200206");
    assertThat(find("新疆乌鲁木齐市达坂城区达坂城镇达坂城社区57号")).isEqualTo("650107100204");
    assertThat(find("达坂城区阿克苏乡黄渠泉村")).isEqualTo("650107202202");
  }

  @Test
  void a_village_of_two_towns_needs_its_town() {
    assertThat(find("窝尔图社区")).isEqualTo("null");
    assertThat(find("乌拉泊街道窝尔图社区")).isEqualTo("650107004007");
    assertThat(find("柴窝堡管委会", "窝尔图社区")).isEqualTo("650107400002");
    assertThat(find("达坂城区柴窝堡街道城市最低生活保障对象花名册", "窝尔图社区")).isEqualTo("650107400002");
  }

  @Test
  void a_village_may_be_named_without_its_kind() {
    assertThat(find("东沟乡", "苇子")).isEqualTo("650107200200");
    assertThat(find("阿克苏乡入户走访（帮扶）台账", "阿克苏乡", "阿克苏")).isEqualTo("650107202200");
    assertThat(find("苇子村村委会")).isEqualTo("650107200200");
  }

  @Test
  void a_town_alone_is_the_town_and_elsewhere_is_nowhere() {
    assertThat(find("盐湖街道")).isEqualTo("650107006");
    assertThat(find("乌鲁木齐市天山区某路109号")).isEqualTo("null");
    assertThat(find("")).isEqualTo("null");
  }

  @Test
  void a_later_text_of_another_town_wins() {
    assertThat(find("东沟乡苇子村", "西沟乡")).isEqualTo("650107201");
  }
}
