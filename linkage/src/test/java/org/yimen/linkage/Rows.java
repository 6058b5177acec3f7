package org.yimen.linkage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.linkage.text.Sex;

/** Rows of files for tests: {@code aRow("李玉梅").number(n).village(v)}. */
final class Rows {
  private final String name;
  private @Nullable String number;
  private @Nullable Sex sex;
  private @Nullable BirthDate birth;
  private @Nullable String area;
  private @Nullable String address;
  private @Nullable String householdKey;
  private @Nullable Integer size;
  private @Nullable String phone;
  private @Nullable String relation;
  private @Nullable String other;
  private Role role = Role.PERSON;

  private Rows(String name) {
    this.name = name;
  }

  static Rows aRow(String name) {
    return new Rows(name);
  }

  /** A right number of somebody born on a day; the serial tells the sex by its last digit. */
  static String number(LocalDate born, int serial) {
    String seventeen = "650199" + born.toString().replace("-", "") + serial;
    return seventeen + CitizenNumber.checkCharacter(seventeen);
  }

  Rows number(@Nullable String written) {
    number = written;
    return this;
  }

  Rows sex(Sex told) {
    sex = told;
    return this;
  }

  Rows born(LocalDate day) {
    birth = BirthDate.of(day);
    return this;
  }

  Rows village(String code) {
    area = code;
    return this;
  }

  Rows address(String written) {
    address = written;
    return this;
  }

  Rows household(String key) {
    householdKey = key;
    return this;
  }

  Rows size(int persons) {
    size = persons;
    return this;
  }

  Rows phone(String written) {
    phone = written;
    return this;
  }

  Rows relation(String code) {
    relation = code;
    return this;
  }

  Rows other(String name) {
    other = name;
    return this;
  }

  Rows head() {
    role = Role.HOUSEHOLD_HEAD;
    return this;
  }

  SourceRecord at(int row) {
    return new SourceRecord(
        row,
        number,
        name,
        sex,
        birth,
        area,
        address,
        householdKey,
        size,
        phone,
        relation,
        other,
        role);
  }
}
