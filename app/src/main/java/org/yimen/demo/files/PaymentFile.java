package org.yimen.demo.files;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Category;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.Household;
import org.yimen.demo.files.Outbox.BureauFile;
import org.yimen.demo.files.RowTruth.Subject;

/** 14: the bank's return of a month's 低保 payments, lines with bars between an H and a T line. */
final class PaymentFile implements BureauFile {
  private static final String FILE = "14_银行_低保金社会化发放_202507.txt";
  private static final Map<String, String> FAILURES =
      Map.of("1001", "户名不符", "1002", "账户已销户", "1003", "账户状态异常", "1004", "身份证号不符");

  @Override
  public void write(Outbox out) throws IOException {
    Dice dice = out.dice(FILE);
    Blemishes spoil = out.blemishes(FILE, Noise.of(0, .04, .05, .32).dots("."));
    List<Household> paid = out.district().listedAs(Category.DIBAO).toList();
    String sum = yuan(paid.stream().mapToLong(Household::dibaoPayment).sum());
    int serial = 0;
    try (TextRows rows = out.text(FILE, "GBK", "|")) {
      rows.plain("H", "65010701", "20250715", "DB", paid.size(), sum);
      for (Household home : paid) {
        String code = dice.chance(.02) ? dice.oneOf("1001", "1002", "1003", "1004") : "0000";
        rows.of(
            Subject.payee(home),
            String.format("%06d", ++serial),
            home.account(),
            spoil.headName(home.head().name()),
            number(spoil.number(home.head(), home)),
            yuan(home.dibaoPayment()),
            home.place().rural() ? "农村低保" : "城市低保",
            code,
            FAILURES.getOrDefault(code, "成功"));
      }
      rows.plain("T", paid.size(), sum);
    }
  }

  private static String number(@Nullable String number) {
    return number == null ? "" : number;
  }

  private static String yuan(long amount) {
    return String.format(Locale.ROOT, "%d.00", amount);
  }
}
