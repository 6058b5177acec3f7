package org.yimen.demo.files;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 08: chronically ill people under observation, a row a disease, in GBK. */
final class ChronicList implements BureauFile {
  private static final String FILE = "08_卫健_重点慢病随访名单.csv";
  private static final Map<String, String> OTHER_WORDS =
      Map.of("高血压", "原发性高血压", "糖尿病", "2型糖尿病", "严重精神障碍", "精神分裂症", "结核病", "肺结核");

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(.045, .13, .065, .35).dots(".", "·", "·"));
    int serial = 1;
    try (TextRows rows = out.text(FILE, "GBK", ",")) {
      rows.plain(
          "编号", "姓名", "性别", "出生日期", "身份证件号码", "现住址", "慢病类型", "确诊日期", "管理机构", "最近随访日期", "随访结果");
      for (Household home : out.district().households()) {
        for (Person person : home.members()) {
          for (String disease : person.health().chronic()) {
            if (dice.chance(.55)) {
              serial++;
              row(rows, Subject.person(person, home), new Case(serial, disease), spoil, dice);
            }
          }
        }
      }
    }
  }

  private record Case(int serial, String disease) {}

  private static void row(TextRows rows, Subject who, Case ill, Blemishes spoil, Dice dice) {
    Person person = who.person();
    Household home = who.household();
    String town = home.place().town();
    LocalDate found = Words.day(dice, Math.max(2008, person.birth().getYear() + 1), 2024);
    rows.of(
        who,
        "MB" + String.format("%06d", ill.serial()),
        spoil.headName(person.name()),
        person.male() ? "男性" : "女性",
        spoil.date(person.birth()),
        spoil.number(person, home),
        town + home.place().village(),
        dice.chance(.1) ? OTHER_WORDS.get(ill.disease()) : ill.disease(),
        spoil.date(found),
        town + "卫生院",
        spoil.date(Words.lately(dice, 150)),
        dice.oneOf("控制满意", "控制不满意", "不良反应", ""));
  }
}
