package org.yimen.demo.files;

import java.io.IOException;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 06: holders of a disability certificate, with its 20-digit number. */
final class DisabilityRoll implements BureauFile {
  private static final String FILE = "06_残联_持证残疾人名册.csv";

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(0, .04, .05, .22).dots("•"));
    try (TextRows rows = out.text(FILE, "UTF-8", ",")) {
      rows.byteOrderMark();
      rows.plain(
          "姓名",
          "性别",
          "民族",
          "残疾人证号",
          "残疾类别",
          "残疾等级",
          "多重残疾描述",
          "监护人姓名",
          "监护人电话",
          "户口地址",
          "发证日期",
          "有效期至",
          "是否享受两项补贴");
      for (Household home : out.district().households()) {
        for (Person person : home.members()) {
          for (int left = copies(person, dice); left > 0; left--) {
            row(rows, Subject.person(person, home), spoil, dice);
          }
        }
      }
    }
  }

  private static int copies(Person person, Dice dice) {
    return !person.health().certified() ? 0 : dice.chance(.003) ? 2 : 1;
  }

  private static void row(TextRows rows, Subject who, Blemishes spoil, Dice dice) {
    Person person = who.person();
    rows.of(
        who,
        spoil.headName(person.name()),
        Words.sex(person),
        person.group(),
        spoil.certificate(person),
        Words.disability(person) + (dice.chance(.5) ? "残疾" : ""),
        Words.level(person),
        null,
        null,
        null,
        who.household().address(),
        spoil.date(Words.day(dice, 2015, 2024)),
        null,
        Words.yes(person.health().gravelyDisabled()));
  }
}
