package org.yimen.casework.standing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yimen.policy.Category;

/**
 * What a determination gives to whom.
 *
 * @param people who count, and the tekun persons, by their own category
 * @param amounts that add up to what the household gets a month
 */
public record Award(Category category, List<Person> people, List<Amount> amounts) {

  /** Nothing, for nobody. */
  public static final Award NOTHING = new Award(Category.NONE, List.of(), List.of());

  /** A person by the key of the recognitions. */
  public record Person(String key, String name, String category) {}

  /**
   * Money of a month.
   *
   * @param person whose it is; empty: the household's
   * @param item allowance, supplement, tekunBasic or care
   */
  public record Amount(String person, String item, long fen) {}

  public long monthlyFen() {
    return amounts.stream().mapToLong(Amount::fen).sum();
  }

  /** Keys of all people. */
  public Set<String> keys() {
    return people.stream().map(Person::key).collect(Collectors.toSet());
  }

  /** Keys of the tekun persons. */
  public Set<String> tekun() {
    return people.stream()
        .filter(one -> one.category().equals(Category.TEKUN.code()))
        .map(Person::key)
        .collect(Collectors.toSet());
  }

  /** The name of one of them; empty for nobody. */
  public String nameOf(String key) {
    return people.stream()
        .filter(one -> one.key().equals(key))
        .map(Person::name)
        .findFirst()
        .orElse("");
  }
}
