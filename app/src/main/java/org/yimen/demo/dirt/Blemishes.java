package org.yimen.demo.dirt;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Name;
import org.yimen.demo.district.Person;

/** Spoils the cells of one file as much as its {@link Noise} says. */
public final class Blemishes {
  private final Dice dice;
  private final Noise noise;
  private final DirtyNames names;
  private final DirtyNumbers numbers;

  public Blemishes(Dice dice, Noise noise) {
    this.dice = dice;
    this.noise = noise;
    this.names = new DirtyNames(dice, noise);
    this.numbers = new DirtyNumbers(dice, noise);
  }

  public String name(Name name) {
    return names.write(name, false);
  }

  /** As {@link #name}; some clerks add who the head of the household is. */
  public String headName(Name name) {
    return names.write(name, true);
  }

  public @Nullable String number(Person person, Household household) {
    return numbers.write(person, household);
  }

  /** The 20-digit number of a disability certificate: number, category, level. */
  public String certificate(Person person) {
    return numbers.certificate(person);
  }

  /** A text, or a whole number where a spreadsheet lost the format. */
  public Object date(LocalDate day) {
    DateStyle style =
        dice.chance(noise.otherDates()) ? dice.oneOf(DateStyle.values()) : noise.dates();
    return style.write(day);
  }
}
