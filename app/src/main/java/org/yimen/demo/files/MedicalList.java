package org.yimen.demo.files;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
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
 * 07: insured people with high payments of their own, dearest first, under a header of two rows.
 */
final class MedicalList implements BureauFile {
  private static final String FILE = "07_医保_高额自付及大病保险名单.xlsx";
  private static final int FROM = 5_000;

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil =
        out.blemishes(FILE, Noise.of(.002, .06, .055, .22).dots("．").dates(DateStyle.SLASH, .1));
    try (Book book = out.book(FILE)) {
      SheetRows rows = book.sheet("2025年1-6月");
      header(rows);
      for (Subject who : payers(out)) {
        row(rows, who, spoil, dice);
      }
    }
  }

  private static List<Subject> payers(Outbox out) {
    return out.district().households().stream()
        .flatMap(h -> h.members().stream().map(p -> Subject.person(p, h)))
        .filter(s -> s.person().health().paid() >= FROM)
        .sorted(Comparator.comparingInt(s -> -s.person().health().paid()))
        .toList();
  }

  private static void header(SheetRows rows) {
    rows.title("乌鲁木齐市达坂城区城乡居民医疗费用高额自付人员名单", 14);
    rows.plain(
        "序号", "人员信息", null, null, null, "就诊信息", null, null, "费用（元）", null, null, null, null, "备注");
    rows.plain(
        null, "姓名", "身份证号", "参保地", "人员类别", "医院", "主要诊断", "出院日期", "医疗总费用", "统筹支付", "大病保险支付",
        "医疗救助支付", "个人自付", null);
    rows.merge(2, 0, 3, 0);
    rows.merge(2, 1, 2, 4);
    rows.merge(2, 5, 2, 7);
    rows.merge(2, 8, 2, 12);
  }

  private static void row(SheetRows rows, Subject who, Blemishes spoil, Dice dice) {
    Person person = who.person();
    int paid = person.health().paid();
    String serious = person.health().serious();
    rows.of(
        who,
        rows.row() - 2,
        spoil.headName(person.name()),
        spoil.number(person, who.household()),
        "达坂城区",
        kind(who.household(), person, dice),
        dice.oneOf("达坂城区人民医院", "乌鲁木齐市友谊医院", "新疆医科大学第一附属医院"),
        serious == null ? person.health().chronic().get(0) : serious,
        spoil.date(Words.lately(dice, 200)),
        (int) (paid * (2.85 + 1.2 * dice.unit())),
        (int) (paid * 1.4),
        (int) (paid * .4),
        0,
        paid);
  }

  private static String kind(Household home, Person person, Dice dice) {
    if (dice.chance(.1)) {
      return dice.oneOf("低保", "特困", "残疾人", "普通居民");
    }
    Category listed = home.standing().listed();
    if (listed == Category.DIBAO || listed == Category.TEKUN) {
      return listed.label();
    }
    return person.health().certified() ? "残疾人" : "普通居民";
  }
}
