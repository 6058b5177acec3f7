package org.yimen.demo.files;

import java.io.IOException;
import java.util.Set;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/**
 * 09: pupils from primary to upper secondary school; a missing number still shows in the pupil's.
 */
final class StudentList implements BureauFile {
  private static final String FILE = "09_教育_在校学生学籍信息.xlsx";
  private static final Set<String> STAGES = Set.of("小学", "初中", "高中");

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil =
        out.blemishes(FILE, Noise.of(.002, .04, .04, .12).dates(DateStyle.COMPACT, .07));
    try (Book book = out.book(FILE)) {
      SheetRows rows = book.sheet("学生");
      rows.plain(
          "学籍号", "学校名称", "学段", "年级", "班级", "姓名", "性别", "出生日期", "民族", "身份证件类型", "身份证件号", "户口所在地",
          "监护人1姓名", "监护人1电话", "是否资助", "是否残疾", "是否留守");
      for (Household home : out.district().households()) {
        for (Person person : home.members()) {
          String stage = person.work().student();
          if (stage != null && STAGES.contains(stage)) {
            row(rows, Subject.person(person, home), spoil, dice);
          }
        }
      }
    }
  }

  private static void row(SheetRows rows, Subject who, Blemishes spoil, Dice dice) {
    Person person = who.person();
    Household home = who.household();
    rows.of(
        who,
        "G" + person.number(),
        home.place().town() + "中心学校",
        person.work().student(),
        null,
        dice.between(1, 6),
        spoil.name(person.name()),
        dice.chance(.03) ? person.male() ? "1" : "2" : Words.sex(person),
        spoil.date(person.birth()),
        dice.chance(.03) ? person.ethnic() : person.group() + "族",
        "居民身份证",
        spoil.number(person, home),
        home.address(),
        spoil.name(home.head().name()),
        home.head().phone(),
        Words.yes(home.standing().listed() != Category.NONE),
        Words.yes(person.health().certified()),
        "否");
  }
}
