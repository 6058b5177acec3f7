package org.yimen.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockIndexTest {

  @Test
  void every_item_is_found_under_each_of_its_keys_after_much_growth() {
    BlockIndex index = new BlockIndex(4);
    for (int item = 0; item < 20_000; item++) {
      index.add(item % 1000, item);
      index.add(1_000_000L + item, item);
    }
    assertThat(index.count(17)).isEqualTo(20);
    assertThat(items(index, 17)).contains(17, 1017, 19_017).hasSize(20);
    assertThat(items(index, 1_019_999)).containsExactly(19_999);
  }

  @Test
  void a_key_nobody_added_holds_nothing() {
    BlockIndex index = new BlockIndex(4);
    index.add(1, 1);
    assertThat(index.count(2)).isZero();
    assertThat(items(index, 2)).isEmpty();
  }

  @Test
  void keys_of_different_kinds_and_texts_differ() {
    assertThat(Keys.of(1, "ab", "c")).isNotEqualTo(Keys.of(1, "a", "bc"));
    assertThat(Keys.of(1, "a")).isNotEqualTo(Keys.of(2, "a"));
    assertThat(Keys.of(1, "a", 1)).isNotEqualTo(Keys.of(1, "a", 2));
  }

  private static List<Integer> items(BlockIndex index, long key) {
    List<Integer> items = new ArrayList<>();
    for (int e = index.first(key); e >= 0; e = index.next(e)) {
      items.add(index.item(e));
    }
    return items;
  }
}
