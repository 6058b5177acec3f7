package org.yimen.demo.files;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 01: the residents, nearly clean, but without one person in thirty. */
final class ResidenceFile implements BureauFile {
  private static final String FILE = "01_公安_常住户口.csv";

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(0, 0, .0008, .0008));
    try (TextRows rows = out.text(FILE, "GB18030", ",")) {
      rows.plain("户号", "姓名", "公民身份号码", "性别", "民族", "出生日期", "与户主关系", "户籍地址", "户口性质", "变动类型", "变动日期");
      for (Household home : out.district().households()) {
        for (Person person : home.members()) {
          if (person.inResidenceFile()) {
            row(rows, Subject.person(person, home), spoil, dice);
          }
        }
      }
    }
  }

  private static void row(TextRows rows, Subject who, Blemishes spoil, Dice dice) {
    Person person = who.person();
    Household home = who.household();
    boolean dead = person.died() != null;
    rows.of(
        who,
        home.number(),
        spoil.headName(person.name()),
        person.number(),
        Words.sex(person),
        person.group(),
        compact(person.birth()),
        Words.relation(person, "户主", "配偶", "子", "女", "孙子", "孙女", "父", "母"),
        home.address(),
        home.place().rural() ? "农业" : "非农业",
        dead && dice.chance(.6) ? "死亡注销" : null,
        dead && dice.chance(.75) ? compact(person.died()) : null);
  }

  private static @Nullable String compact(@Nullable LocalDate day) {
    return day == null ? null : day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
