package org.yimen.demo.files;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.DateStyle;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Places;
import org.yimen.demo.files.Outbox.BureauFile;

/** 02: a 低保 roll from every township, in three layouts. */
final class DibaoRolls implements BureauFile {
  private static final Map<String, DibaoRoll.Layout> LAYOUTS =
      Map.of(
          "东沟乡", DibaoRoll.Layout.EVERY_MEMBER,
          "柴窝堡街道", DibaoRoll.Layout.EVERY_MEMBER,
          "阿克苏乡", DibaoRoll.Layout.SYSTEM);
  private static final Map<String, DateStyle> DATES =
      Map.of(
          "乌拉泊街道", DateStyle.SERIAL,
          "柴窝堡街道", DateStyle.SERIAL,
          "盐湖街道", DateStyle.DASH,
          "东沟乡", DateStyle.SLASH,
          "阿克苏乡", DateStyle.COMPACT);
  private static final Map<String, String> DOTS =
      Map.of("西沟乡", "•", "达坂城镇", "．", "柴窝堡街道", "・", "盐湖街道", "");

  @Override
  public void write(Outbox out) throws IOException {
    List<Household> listed = out.district().listedAs(Category.DIBAO).toList();
    for (String town : new Places().towns()) {
      String file = "02_民政_" + town + "低保花名册.xlsx";
      List<Household> here = listed.stream().filter(h -> h.place().town().equals(town)).toList();
      try (Book book = out.book(file)) {
        Blemishes spoil = out.blemishes(file, noise(town));
        DibaoRoll.Layout layout = LAYOUTS.getOrDefault(town, DibaoRoll.Layout.HEADS);
        new DibaoRoll(book.sheet("花名册"), layout, spoil, out.dice(file)).write(town, here);
      }
    }
  }

  private static Noise noise(String town) {
    double variant = town.equals("阿克苏乡") ? .9 : .35;
    return Noise.of(.045, .22, .1, variant)
        .dots(DOTS.getOrDefault(town, "·"))
        .dates(DATES.getOrDefault(town, DateStyle.HAN), .07);
  }
}
