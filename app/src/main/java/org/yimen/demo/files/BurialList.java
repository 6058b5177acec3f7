package org.yimen.demo.files;

import java.io.IOException;
import java.time.LocalDate;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 15: burials. Most of the dead still stand in the other files. */
final class BurialList implements BureauFile {
  private static final String FILE = "15_民政_殡葬火化登记.xlsx";

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(.02, .16, .08, .4).dates(DateStyle.HAN, .1));
    try (Book book = out.book(FILE)) {
      SheetRows rows = book.sheet("2025");
      rows.title("2025年殡葬登记", 7);
      rows.plain("逝者姓名", "性别", "年龄", "身份证号", "死亡日期", "家属姓名", "家属电话");
      for (Household home : out.district().households()) {
        for (Person person : home.members()) {
          LocalDate died = person.died();
          if (died != null && dice.chance(.87)) {
            Person relative = relative(home, person);
            rows.of(
                Subject.person(person, home),
                spoil.name(person.name()),
                Words.sex(person),
                person.age(),
                spoil.number(person, home),
                spoil.date(died),
                spoil.name(relative.name()),
                relative.phone());
          }
        }
      }
    }
  }

  private static Person relative(Household home, Person dead) {
    return home.members().stream().filter(p -> p.id() != dead.id()).findFirst().orElse(dead);
  }
}
