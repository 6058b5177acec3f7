package org.yimen.demo.files;

import java.io.IOException;
import java.util.Map;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.district.Work;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 10: employed and unemployed people; the contribution base is the wage. */
final class EmploymentList implements BureauFile {
  private static final String FILE = "10_人社_就业失业登记及社保缴费.xlsx";
  private static final Map<String, Double> COVERED =
      Map.of(Work.EMPLOYEE, .7, Work.CASUAL, .7, Work.PUBLIC_POST, .69, Work.IDLE, .385);

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(.0086, .055, .045, .13));
    try (Book book = out.book(FILE)) {
      SheetRows rows = book.sheet("就业登记");
      rows.plain(
          "姓名", "证件号码", "就业失业登记证编号", "登记类别", "用人单位名称", "就业形式", "登记日期", "月缴费基数", "培训工种", "是否就业困难人员");
      for (Household home : out.district().households()) {
        for (Person person : home.members()) {
          String job = person.work().job();
          if (job != null && dice.chance(COVERED.getOrDefault(job, 0.0))) {
            row(rows, Subject.person(person, home), spoil, dice);
          }
        }
      }
    }
  }

  private static void row(SheetRows rows, Subject who, Blemishes spoil, Dice dice) {
    Person person = who.person();
    boolean works = person.work().earns();
    rows.of(
        who,
        spoil.headName(person.name()),
        spoil.number(person, who.household()),
        "650107" + String.format("%010d", person.id()),
        works ? "就业登记" : "失业登记",
        works ? dice.oneOf("达坂城风电服务有限公司（虚构）", "柴窝堡商贸部（虚构）", "盐湖化工厂（虚构）") : null,
        person.work().job(),
        spoil.date(Words.day(dice, 2021, 2024)),
        works ? person.work().wage() / 12 : null,
        dice.chance(.6) ? dice.oneOf("电焊", "保育员", "中式面点") : null,
        Words.yes(dice.chance(.032)));
  }
}
