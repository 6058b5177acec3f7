package org.yimen.demo.files;

import java.io.IOException;
import java.util.List;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Place;
import org.yimen.demo.district.Places;
import org.yimen.demo.district.Watch;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/**
 * 16: what village cadres noted on visits, a sheet a township, without numbers, dates as it came.
 */
final class VisitLedger implements BureauFile {
  private static final String FILE = "16_乡镇_入户走访台账.xlsx";

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Noise noise =
        Noise.of(1, 0, .13, .8).dots("·", "·", ".", "．", "・", "•").dates(DateStyle.DASH, .9);
    Blemishes spoil = out.blemishes(FILE, noise);
    List<Household> visited =
        out.district().households().stream()
            .filter(h -> h.place().rural() && dice.chance(isListed(h) ? .97 : .066))
            .toList();
    List<String> towns =
        new Places().all().stream().filter(Place::rural).map(Place::town).distinct().toList();
    try (Book book = out.book(FILE)) {
      for (String town : towns) {
        SheetRows rows = book.sheet(town);
        rows.title(town + "入户走访（帮扶）台账", 9);
        rows.title("走访人员：包村干部", 9);
        rows.plain("日期", "村", "户主", "家里几口人", "电话", "主要困难", "群众诉求", "走访人", "结果");
        visited.stream()
            .filter(h -> h.place().town().equals(town))
            .forEach(h -> row(rows, h, spoil, dice));
      }
    }
  }

  private static boolean isListed(Household home) {
    return home.standing().listed() != Category.NONE || home.standing().listedWatch() != Watch.NONE;
  }

  private static void row(SheetRows rows, Household home, Blemishes spoil, Dice dice) {
    String village = home.place().village();
    rows.of(
        Subject.head(home),
        spoil.date(Words.lately(dice, 89)),
        dice.chance(.08) && village.endsWith("村")
            ? village.substring(0, village.length() - 1)
            : village,
        spoil.headName(home.head().name()),
        dice.chance(.2) ? home.size() + "口" : home.size(),
        dice.chance(.5) ? home.head().phone() : null,
        dice.oneOf("房子漏水", "孩子上学", "养羊亏了", "无", "缺水", "没活干", "看病花钱多"),
        dice.oneOf("要轮椅", "申请低保", "希望修房", "想找工作", "无"),
        "干部" + String.format("%02d", dice.between(1, 30)),
        dice.chance(.2) ? null : dice.oneOf("已解决", "转办", "已记录"));
  }
}
