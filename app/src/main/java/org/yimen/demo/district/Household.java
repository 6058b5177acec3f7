package org.yimen.demo.district;

import java.util.List;
import org.yimen.demo.district.Person.Holdings;

/** A household with what is true of it and what the present lists say. */
public record Household(
    int id,
    Place place,
    int door,
    List<Person> members,
    Income income,
    Expenses expenses,
    int savings,
    Dwelling dwelling,
    boolean formerlyPoor,
    Standing standing) {

  /** What the household is entitled to, and which lists it stands on. */
  public record Standing(
      Category entitled, Watch watch, List<String> risks, Category listed, Watch listedWatch) {
    static final Standing UNKNOWN =
        new Standing(Category.NONE, Watch.NONE, List.of(), Category.NONE, Watch.NONE);
  }

  public String key() {
    return String.format("H%05d", id);
  }

  /** The household register's number. */
  public String number() {
    return "650107" + String.format("%09d", id);
  }

  public String account() {
    return "9999" + String.format("%015d", id);
  }

  public String address() {
    return place.address(door);
  }

  public Person head() {
    return members.get(0);
  }

  public int size() {
    return members.size();
  }

  public double perHead() {
    return (double) income.total() / size();
  }

  public boolean owns(java.util.function.Predicate<Holdings> kind) {
    return members.stream().map(Person::holdings).anyMatch(kind);
  }

  /** Savings at most 24 monthly standards a head, no car, no second home, no business. */
  public boolean propertyWithinLimits() {
    return savings <= Parameters.SAVINGS_MONTHS * Parameters.DIBAO_MONTH * size()
        && members.stream().allMatch(p -> p.holdings().equals(Holdings.NOTHING));
  }

  /** Monthly payment: the gap to the standard, at least 80 yuan a head and 120 a household. */
  public int dibaoPayment() {
    double gap = (Parameters.DIBAO_YEAR - perHead()) / 12 * size();
    return Math.max(Math.max(120, 80 * size()), (int) (Math.round(gap / 10) * 10));
  }

  Household with(Standing found) {
    return new Household(
        id, place, door, members, income, expenses, savings, dwelling, formerlyPoor, found);
  }
}
