package org.yimen.demo.files;

import java.io.IOException;
import java.util.List;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Parameters;
import org.yimen.demo.district.Person;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/**
 * 03 and 04: people without support; households at the margin and with rigid expenses, whose
 * incomes are known.
 */
final class AidLists implements BureauFile {
  @Override
  public void write(Outbox out) throws IOException {
    tekun(out);
    ledger(out);
  }

  private static final String TEKUN = "03_民政_特困人员供养花名册.xlsx";

  private static void tekun(Outbox out) throws IOException {
    Dice dice = out.dice(TEKUN);
    Blemishes spoil = out.blemishes(TEKUN, Noise.of(.02, .11, .08, .4));
    List<Household> listed = out.district().listedAs(Category.TEKUN).toList();
    try (Book book = out.book(TEKUN)) {
      SheetRows rows = book.sheet("Sheet1");
      rows.title("达坂城区特困人员救助供养花名册（2025年二季度）", 12);
      rows.plain(
          "序号", "乡镇（街道）", "姓名", "性别", "民族", "身份证号", "供养方式", "自理能力", "照料护理标准", "月基本生活标准", "监护人/照料人",
          "联系电话");
      for (Household home : listed) {
        Person person = home.head();
        rows.of(
            Subject.person(person, home),
            rows.row() - 1,
            home.place().town(),
            spoil.name(person.name()),
            Words.sex(person),
            person.group() + "族",
            spoil.number(person, home),
            dice.chance(.66) ? "分散供养" : "集中供养",
            dice.oneOf("全自理", "半护理", "全护理"),
            null,
            Parameters.TEKUN_MONTH,
            null,
            person.phone());
      }
      rows.plain("合计", null, listed.size() + "人");
    }
  }

  private static final String LEDGER = "04_民政_低保边缘及刚性支出困难家庭台账.xlsx";

  private static void ledger(Outbox out) throws IOException {
    Blemishes spoil =
        out.blemishes(LEDGER, Noise.of(.043, .15, .07, .35).dates(DateStyle.HAN, .07));
    Dice dice = out.dice(LEDGER);
    try (Book book = out.book(LEDGER)) {
      SheetRows margin = book.sheet("低保边缘");
      top(margin, "低保边缘家庭台账");
      rows(margin, out.district().listedAs(Category.MARGIN).toList(), spoil, dice);
      SheetRows rigid = book.sheet("刚性支出");
      top(rigid, "刚性支出困难家庭台账");
      rows(rigid, out.district().listedAs(Category.RIGID).toList(), spoil, dice);
    }
  }

  private static void top(SheetRows rows, String title) {
    rows.title(title, 11);
    rows.title("数据截止2025年6月30日", 11);
    rows.plain(
        "序号",
        "户编码",
        "成员姓名",
        "证件号码",
        "与申请人关系",
        "家庭年总收入",
        "家庭年人均收入",
        "近12个月刚性支出",
        "支出类型",
        "认定日期",
        "住址");
  }

  private static void rows(SheetRows rows, List<Household> listed, Blemishes spoil, Dice dice) {
    int serial = 0;
    for (Household home : listed) {
      serial++;
      for (Person person : home.members()) {
        rows.of(
            Subject.person(person, home),
            serial,
            "DS" + String.format("%05d", home.id()),
            spoil.name(person.name()),
            spoil.number(person, home),
            Words.relation(person, "本人", "妻子", "子", "女", "孙子", "孙女", "父", "母"),
            home.income().total(),
            Math.round(home.perHead()),
            home.expenses().total(),
            dice.oneOf("因病", "因学", "因灾", "因意外事故"),
            spoil.date(Words.lately(dice, 200)),
            home.address());
      }
    }
  }
}
