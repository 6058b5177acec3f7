package org.yimen.linkage;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** A register of invented people: twelve villages of a hundred families, always the same. */
final class Village {
  static final String HERE = "650199100201";
  static final String THERE = "650199100202";
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "建国志强文军海燕红梅晓东永福新民桂兰春生雪峰明辉";

  private final Register register = new Register();
  private final Random random = new Random(11);
  private long persons = 1_000;
  private long households = 100;

  Village() {
    for (int village = 0; village < 12; village++) {
      for (int family = 0; family < 100; family++) {
        family(String.valueOf(650199100203L + village), family + 1);
      }
    }
  }

  Register register() {
    return register;
  }

  long nextHousehold() {
    return ++households;
  }

  /** Adds somebody of a village; a door of 0 is none. */
  long add(String name, String number, String village, long household, String relation) {
    long id = ++persons;
    register.add(
        new KnownPerson(id, household, name, number, null, null, village, null, null, relation));
    return id;
  }

  Decision link(Rows row) {
    return link(List.of(row.at(7))).get(0);
  }

  List<Decision> link(List<SourceRecord> rows) {
    return new Linker().link(register, rows, () -> ++persons, () -> ++households);
  }

  private void family(String village, int door) {
    long household = nextHousehold();
    char surname = SURNAMES.charAt(random.nextInt(SURNAMES.length()));
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(29_000));
      String name = "" + surname + given() + given();
      long id = ++persons;
      register.add(
          new KnownPerson(
              id,
              household,
              name,
              Rows.number(born, 100 + random.nextInt(900)),
              null,
              null,
              village,
              "村" + door + "号",
              null,
              i == 0 ? "02" : "20"));
    }
  }

  private char given() {
    return GIVEN.charAt(random.nextInt(GIVEN.length()));
  }
}
