package org.yimen.demo.files;

import java.io.IOException;
import java.util.List;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Dwelling;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Place;
import org.yimen.demo.district.Places;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/**
 * 11 and 12: rural houses examined for safety, and drinking water by household on a sheet a village
 * and without numbers. All the bad ones are in, and a part of the good ones.
 */
final class RuralHomes implements BureauFile {
  @Override
  public void write(Outbox out) throws IOException {
    houses(out);
    water(out);
  }

  private static final String HOUSES = "11_住建_农村住房安全等级鉴定汇总.xlsx";

  private static void houses(Outbox out) throws IOException {
    Dice dice = out.dice(HOUSES);
    Blemishes spoil =
        out.blemishes(
            HOUSES, Noise.of(.084, .2, .1, .6).dots("·", ".", "・", "．").dates(DateStyle.DOT, .07));
    int count = 0;
    try (Book book = out.book(HOUSES)) {
      SheetRows rows = book.sheet("鉴定汇总");
      rows.title("达坂城区农村住房安全性鉴定汇总表", 11);
      rows.title("鉴定单位：XX检测公司", 11);
      rows.plain("序号", "乡镇", "村", "户主姓名", "户主身份证号", "房屋结构", "建成年代", "建筑面积", "鉴定等级", "是否改造", "鉴定日期");
      for (Household home : out.district().households()) {
        if (home.place().rural() && (home.dwelling().unsafe() || dice.chance(.354))) {
          count++;
          house(rows, home, spoil, dice);
        }
      }
      rows.plain("合计", null, null, count + "户");
    }
  }

  private static void house(SheetRows rows, Household home, Blemishes spoil, Dice dice) {
    String grade = home.dwelling().grade();
    rows.of(
        Subject.head(home),
        rows.row() - 2,
        home.place().town(),
        home.place().village(),
        spoil.headName(home.head().name()),
        spoil.number(home.head(), home),
        dice.oneOf("砖混", "砖木", "土木"),
        dice.between(1980, 2015),
        dice.between(50, 150),
        switch (dice.weighted(63, 33, 4)) {
          case 0 -> grade + "级";
          case 1 -> grade;
          default -> grade.toLowerCase(java.util.Locale.ROOT);
        },
        "否",
        spoil.date(Words.lately(dice, 150)));
  }

  private static final String WATER = "12_水务_饮水安全四项指标排查.xlsx";

  private static void water(Outbox out) throws IOException {
    Dice dice = out.dice(WATER);
    Noise noise = Noise.of(1, 0, .1, .6).dots("·", "·", ".", "．", "・", "•");
    Blemishes spoil = out.blemishes(WATER, noise);
    List<Household> asked =
        out.district().households().stream()
            .filter(h -> h.place().rural())
            .filter(h -> !h.dwelling().waterIsSafe() || dice.chance(.24))
            .toList();
    try (Book book = out.book(WATER)) {
      for (Place place : new Places().all()) {
        if (place.rural()) {
          SheetRows rows = book.sheet(place.village());
          rows.title(place.town() + place.village() + "饮水安全排查表", 10);
          rows.plain("序号", "户主", "家庭人口", "供水方式", "水质", "水量", "方便程度", "供水保证率", "是否达标", "问题描述");
          asked.stream()
              .filter(h -> h.place().equals(place))
              .forEach(h -> water(rows, h, spoil, dice));
        }
      }
    }
  }

  private static void water(SheetRows rows, Household home, Blemishes spoil, Dice dice) {
    Dwelling water = home.dwelling();
    rows.of(
        Subject.head(home),
        rows.row() - 1,
        spoil.headName(home.head().name()),
        home.size(),
        dice.oneOf("集中供水", "分散供水"),
        mark(water.quality(), dice),
        mark(water.quantity(), dice),
        mark(water.convenience(), dice),
        mark(water.assurance(), dice),
        mark(water.waterIsSafe(), dice),
        water.waterIsSafe() ? null : dice.oneOf("冬季冻管停水", "水质浑浊", "取水远"));
  }

  private static String mark(boolean passed, Dice dice) {
    return passed ? dice.oneOf("√", "是", "达标") : dice.oneOf("×", "否", "不达标");
  }
}
