package org.yimen.linkage.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two tables of the same invented people, the second typed carelessly and shuffled by reversal. */
class TableLinkerTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("given", Column.Kind.TEXT),
          new Column("family", Column.Kind.TEXT),
          new Column("street", Column.Kind.TEXT),
          new Column("town", Column.Kind.CODE),
          new Column("born", Column.Kind.DIGITS));
  private static final String[] STARTS = {"bar", "cor", "del", "fen", "gar", "hol", "lam", "nor"};
  private static final String[] ENDS = {"ton", "wick", "ley", "mere", "by", "ford", "ham", "stow"};
  private static final int PEOPLE = 600;

  private final Random random = new Random(5);

  @Test
  void weights_learnt_from_the_tables_find_careless_copies() {
    List<String[]> left = people();
    List<String[]> right = new ArrayList<>();
    for (int i = PEOPLE - 1; i >= 0; i--) {
      right.add(careless(left.get(i)));
    }
    List<OneToOne.Pair> pairs = new TableLinker(COLUMNS).link(left, right);
    long good = pairs.stream().filter(p -> p.left() == PEOPLE - 1 - p.right()).count();
    assertThat(good / (double) pairs.size()).isGreaterThan(0.99);
    assertThat(good / (double) PEOPLE).isGreaterThan(0.97);
  }

  @Test
  void nobody_is_paired_twice() {
    List<String[]> left = people();
    List<String[]> right = new ArrayList<>(left);
    right.addAll(left);
    List<OneToOne.Pair> pairs = new TableLinker(COLUMNS).link(left, right);
    assertThat(pairs).extracting(OneToOne.Pair::left).doesNotHaveDuplicates();
    assertThat(pairs).extracting(OneToOne.Pair::right).doesNotHaveDuplicates();
  }

  @Test
  void tables_without_a_common_word_give_no_pairs() {
    List<String[]> left = people().subList(0, 1);
    List<String[]> right = new ArrayList<>();
    right.add(new String[] {"zzz", "yyy", "xxx", "u", "20000505"});
    assertThat(new TableLinker(COLUMNS).link(left, right)).isEmpty();
  }

  @Test
  void the_better_pair_is_kept_where_two_compete() {
    List<OneToOne.Pair> pairs =
        List.of(
            new OneToOne.Pair(0, 0, 5),
            new OneToOne.Pair(0, 1, 9),
            new OneToOne.Pair(1, 1, 8),
            new OneToOne.Pair(1, 0, 1));
    assertThat(OneToOne.assign(pairs, 2)).containsExactly(new OneToOne.Pair(0, 1, 9));
  }

  private List<String[]> people() {
    List<String[]> people = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      int day = 10 + random.nextInt(19);
      String born = "19" + (30 + random.nextInt(70)) + (10 + random.nextInt(3)) + day;
      people.add(new String[] {word(), word(), word(), "t" + random.nextInt(9), born});
    }
    return people;
  }

  private String word() {
    String middle = String.valueOf((char) ('a' + random.nextInt(26)));
    return STARTS[random.nextInt(8)] + middle + ENDS[random.nextInt(8)];
  }

  private String[] careless(String[] person) {
    String[] copy = person.clone();
    int column = random.nextInt(copy.length);
    String value = copy[column];
    int at = random.nextInt(value.length());
    copy[column] =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 -> value.substring(0, at) + value.substring(at + 1);
          default -> value.substring(0, at) + "7" + value.substring(at);
        };
    return copy;
  }
}
