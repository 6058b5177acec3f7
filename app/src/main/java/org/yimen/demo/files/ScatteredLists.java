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

/** 17: three small lists in one book: disasters, petitions, workers in need. */
final class ScatteredLists implements BureauFile {
  private static final String FILE = "17_应急信访工会红十字_零散名单.xlsx";

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Noise noise = Noise.of(.035, .12, .09, .5).dots("·", "·", ".");
    Blemishes dotted = out.blemishes(FILE, noise.dates(DateStyle.DOT, .1));
    Blemishes monthly = out.blemishes(FILE + "M", noise.dates(DateStyle.MONTH, .05));
    Blemishes slashed = out.blemishes(FILE + "S", noise.dates(DateStyle.SLASH, .1));
    try (Book book = out.book(FILE)) {
      SheetRows disasters = book.sheet("受灾户");
      disasters.plain("姓名", "身份证", "住址", "灾种", "损失金额(万元)", "受灾时间", "救助款");
      out.district().households().stream()
          .filter(h -> h.expenses().disaster() > 0)
          .forEach(h -> disaster(disasters, h, monthly, dice));
      SheetRows petitions = book.sheet("信访");
      petitions.plain("登记号", "信访人", "联系方式", "信访日期", "诉求摘要", "办理单位", "办结情况");
      out.district().households().stream()
          .filter(h -> dice.chance(.0086))
          .forEach(h -> petition(petitions, h, slashed, dice));
      SheetRows workers = book.sheet("困难职工");
      workers.plain("姓名", "性别", "身份证号", "单位", "困难类型", "家庭月人均收入", "建档日期");
      out.district().households().stream()
          .filter(h -> !h.place().rural() && h.perHead() / 12 < 1_600 && dice.chance(.28))
          .forEach(h -> worker(workers, h, dotted, dice));
    }
  }

  private static void disaster(SheetRows rows, Household home, Blemishes spoil, Dice dice) {
    rows.of(
        Subject.person(home.head(), home),
        spoil.headName(home.head().name()),
        spoil.number(home.head(), home),
        home.address(),
        dice.oneOf("雪灾", "雪灾", "洪水", "大风", "火灾"),
        Math.round(home.expenses().disaster() / 100.0) / 100.0,
        spoil.date(Words.lately(dice, 300)),
        dice.oneOf(500, 1000, 2000));
  }

  private static void petition(SheetRows rows, Household home, Blemishes spoil, Dice dice) {
    rows.of(
        Subject.person(home.head(), home),
        "XF2025" + String.format("%04d", rows.row() - 1),
        spoil.headName(home.head().name()),
        home.head().phone(),
        spoil.date(Words.lately(dice, 180)),
        dice.oneOf("反映未纳入低保", "反映吃水困难", "反映邻居有车享受低保", "反映低保金未到账", "申请危房改造"),
        dice.oneOf("区农业农村局", "区民政局", home.place().town()),
        dice.oneOf("在办", "办结"));
  }

  private static void worker(SheetRows rows, Household home, Blemishes spoil, Dice dice) {
    Person head = home.head();
    rows.of(
        Subject.person(head, home),
        spoil.headName(head.name()),
        Words.sex(head),
        spoil.number(head, home),
        "（虚构）单位",
        dice.oneOf("深度困难", "相对困难", "意外致困"),
        Math.round(home.perHead() / 12),
        spoil.date(LocalDate.of(2025, dice.between(1, 6), 5)));
  }
}
