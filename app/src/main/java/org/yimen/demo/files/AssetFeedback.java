package org.yimen.demo.files;

import java.io.IOException;
import java.util.function.Predicate;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;
import org.yimen.demo.district.Person.Holdings;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/**
 * 13: what the checking platform found in other registers. Scrapped cars and closed businesses are
 * there too, of people who have neither any more.
 */
final class AssetFeedback implements BureauFile {
  private static final String FILE = "13_核对平台_反馈结果.xlsx";

  /** Former owners for each present one. */
  private static final double FORMER = .035;

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.NONE.dates(DateStyle.DASH, .08));
    try (Book book = out.book(FILE)) {
      SheetRows cars = book.sheet("车辆");
      cars.plain("委托编号", "姓名", "证件号码", "号牌号码", "车辆类型", "使用性质", "品牌型号", "初次登记日期", "车辆状态");
      each(out, dice, Holdings::car, (who, now) -> car(cars, who, now, spoil, dice));
      SheetRows homes = book.sheet("不动产");
      homes.plain("权利人", "证件号码", "不动产权证号", "坐落", "建筑面积（㎡）", "用途", "登记时间", "共有情况", "登记状态");
      each(out, dice, Holdings::secondHome, (who, now) -> home(homes, who, now, spoil, dice));
      SheetRows firms = book.sheet("市场主体");
      firms.plain("姓名", "证件号码", "企业名称", "统一社会信用代码", "职务", "认缴出资额（万元）", "成立日期", "经营状态");
      each(out, dice, Holdings::business, (who, now) -> firm(firms, who, now, spoil, dice));
    }
  }

  private interface Finding {
    void found(Subject who, boolean now);
  }

  private static void each(Outbox out, Dice dice, Predicate<Holdings> kind, Finding finding) {
    for (Household home : out.district().households()) {
      for (Person person : home.members()) {
        boolean now = kind.test(person.holdings());
        if (dice.chance(now ? .95 : person.age() >= 25 ? FORMER : 0)) {
          finding.found(Subject.person(person, home), now);
        }
      }
    }
  }

  private static void car(SheetRows rows, Subject who, boolean now, Blemishes spoil, Dice dice) {
    Person person = who.person();
    rows.of(
        who,
        "HD2025" + String.format("%06d", who.household().id()),
        person.name().text(),
        person.number(),
        "新AFK" + String.format("%03d", dice.between(0, 999)),
        dice.oneOf("小型轿车", "小型普通客车", "轻型普通货车"),
        dice.oneOf("非营运", "货运"),
        "虚构牌",
        spoil.date(Words.day(dice, 2010, 2024)),
        !now ? "报废" : dice.chance(.67) ? "正常" : "逾期未检验");
  }

  private static void home(SheetRows rows, Subject who, boolean now, Blemishes spoil, Dice dice) {
    Person person = who.person();
    if (!now) {
      return;
    }
    rows.of(
        who,
        person.name().text(),
        person.number(),
        "新（2020）乌鲁木齐市不动产权第" + String.format("%07d", dice.between(0, 9_999_999)) + "号",
        "乌鲁木齐市天山区（虚构）" + dice.between(1, 200) + "号",
        dice.between(45, 120),
        "住宅",
        spoil.date(Words.day(dice, 2010, 2024)),
        dice.oneOf("单独所有", "共同共有"),
        "现势");
  }

  private static void firm(SheetRows rows, Subject who, boolean now, Blemishes spoil, Dice dice) {
    Person person = who.person();
    rows.of(
        who,
        person.name().text(),
        person.number(),
        "达坂城区" + person.name().text().charAt(0) + "商店（虚构）",
        "92650107MAFAKE" + String.format("%04d", dice.between(0, 9_999)),
        dice.oneOf("法定代表人", "经营者", "股东"),
        dice.oneOf(1, 3, 5, 10, 50),
        spoil.date(Words.day(dice, 2010, 2024)),
        now ? "存续" : "注销");
  }
}
