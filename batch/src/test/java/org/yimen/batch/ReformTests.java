package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.policy.Category;
import org.yimen.policy.Figure;
import org.yimen.policy.Law;
import org.yimen.policy.Outcome;
import org.yimen.policy.law.Changes;

/** Two sets of rules over the same households: whose help differs, and what it costs. */
@ExtendWith(OnSpark.class)
class ReformTests {
  private static final int HOUSEHOLDS = 3000;

  @TempDir Path folder;

  @Test
  void a_higher_standard_tells_who_enters_and_who_gets_more() {
    Path input = folder.resolve("in");
    Path out = folder.resolve("out");
    Register.parquet(OnSpark.spark(), HOUSEHOLDS, 2, input);
    Runs.Said said = Runs.of("reform", input, "parquet", out, "--set", "dibao.standard.rural=900");
    assertThat(said.code()).as(said.told()).isZero();
    Map<String, String> given = new TreeMap<>();
    for (Row row :
        OnSpark.spark().read().parquet(out.resolve("changes").toString()).collectAsList()) {
      given.put(
          row.getAs("id"),
          row.getAs("change") + " " + row.getAs("category") + " " + row.getAs("tried_category"));
    }
    assertThat(given).isEqualTo(expected());
    assertThat(given.values())
        .anyMatch(change -> change.startsWith("enters"))
        .anyMatch(change -> change.startsWith("amount"));
    households(out);
  }

  private static void households(Path out) {
    List<String> lines = Runs.lines(out.resolve("summary.csv"));
    int column = List.of(lines.get(0).split(",")).indexOf("households");
    int all =
        lines.stream()
            .filter(line -> line.startsWith("2,"))
            .mapToInt(line -> Integer.parseInt(line.split(",", -1)[column]))
            .sum();
    assertThat(all).isEqualTo(HOUSEHOLDS);
  }

  /** The same by the law's own outcome, one by one. */
  private static Map<String, String> expected() {
    Law law = Law.load(List.of(Register.RULES));
    Law tried =
        law.changed(Changes.of(law.parameters(), Map.of("dibao.standard.rural", "900"), Set.of()));
    Map<String, String> changes = new TreeMap<>();
    for (int number = 0; number < HOUSEHOLDS; number++) {
      String area = Register.area(number);
      Outcome a = law.outcome(Register.household(number), Register.DAY, area);
      Outcome b = tried.outcome(Register.household(number), Register.DAY, area);
      String kind = kind(a, b);
      if (!kind.equals("stays")) {
        changes.put(
            Register.id(number), kind + " " + a.category().code() + " " + b.category().code());
      }
    }
    return changes;
  }

  private static String kind(Outcome a, Outcome b) {
    if (a.category() == b.category()) {
      return amount(a).equals(amount(b)) ? "stays" : "amount";
    }
    if (a.category() == Category.UNKNOWN || b.category() == Category.UNKNOWN) {
      return "unclear";
    }
    boolean before = helped(a.category());
    boolean after = helped(b.category());
    return before == after ? "changes" : after ? "enters" : "leaves";
  }

  private static String amount(Outcome outcome) {
    Figure monthly = outcome.monthlyAllowance();
    return monthly == null
        ? "open"
        : monthly.low().stripTrailingZeros() + " to " + stripped(monthly.high());
  }

  private static Object stripped(BigDecimal most) {
    return most == null ? "any" : most.stripTrailingZeros();
  }

  private static boolean helped(Category category) {
    return category.ordinal() <= Category.RIGID_EXPENSE.ordinal();
  }

  @Test
  void what_can_not_be_tried_is_told() {
    Path input = folder.resolve("in");
    Register.parquet(OnSpark.spark(), 10, 1, input);
    Path out = folder.resolve("out");
    Runs.Said nothing = Runs.of("reform", input, "parquet", out);
    assertThat(nothing.code()).isEqualTo(2);
    assertThat(nothing.told()).contains("--try、--set 或 --without");
    Runs.Said unknown = Runs.of("reform", input, "parquet", out, "--set", "dibao.standart=1");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.told()).contains("没有名为“dibao.standart”的参数");
    assertThat(out).doesNotExist();
  }
}
