package org.yimen.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.policy.Category;
import org.yimen.policy.Decision;
import org.yimen.policy.Figure;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Household;

/**
 * Spark says what the batch form and the tree say, of every household. {@code
 * -Dyimen.spark.households=1000000} asks of so many.
 */
@ExtendWith(OnSpark.class)
class SameAnswersTests {
  private static final int HOUSEHOLDS = Integer.getInteger("yimen.spark.households", 100_000);
  private static final Law LAW = Law.load(List.of(Register.RULES));

  @TempDir Path folder;

  @Test
  void spark_and_columns_and_tree_say_the_same_of_every_household() {
    SparkSession spark = OnSpark.spark();
    Path input = folder.resolve("input");
    Register.parquet(spark, HOUSEHOLDS, 4, input);
    assertThat(run(input, "parquet", "out")).isZero();
    Map<Category, Integer> seen = new EnumMap<>(Category.class);
    Dataset<Row> results = spark.read().parquet(folder.resolve("out/results").toString());
    int found = 0;
    for (Iterator<Row> rows = results.toLocalIterator(); rows.hasNext(); found++) {
      Row row = rows.next();
      int number = Integer.parseInt(row.getString(0).substring(1));
      check(row, number, seen);
    }
    assertThat(found).isEqualTo(HOUSEHOLDS);
    assertThat(seen).hasSize(Category.values().length);
    System.out.println(HOUSEHOLDS + " households on Spark, in columns and by the tree: " + seen);
  }

  /** The whole row against the tree, its amounts against the law's own, and the columns beside. */
  private static void check(Row row, int number, Map<Category, Integer> seen) {
    Household household = Register.household(number);
    String area = Register.area(number);
    Decision tree = LAW.decideByTree(household, Register.DAY, area);
    seen.merge(tree.category(), 1, Integer::sum);
    Figure monthly =
        tree.category() == Category.UNKNOWN
            ? null
            : LAW.outcome(household, Register.DAY, area).monthlyAllowance();
    String expected =
        String.join(
            " ",
            area,
            "" + household.members().size(),
            text(tree),
            "" + (monthly == null ? null : money(monthly.low())),
            "" + (monthly == null ? null : money(monthly.high())),
            HexFormat.of().toHexDigits(tree.lawHash()),
            HexFormat.of().toHexDigits(tree.factsHash()));
    String given = row.mkString(" ").substring(row.getString(0).length() + 1);
    assertThat(given).as("household %d", number).isEqualTo(expected);
    Decision columns = LAW.decide(household, Register.DAY, area);
    if (!columns.equals(tree)) {
      assertThat(text(columns)).as("household %d in columns", number).isEqualTo(text(tree));
    }
  }

  private static String text(Decision decision) {
    Coded kind = decision.watchKind();
    return String.join(
        " ",
        decision.category().code(),
        decision.watch().code(),
        kind == null ? "null" : kind.code(),
        HexFormat.of().formatHex(decision.findings()));
  }

  private static Object money(BigDecimal amount) {
    return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
  }

  private int run(Path input, String format, String output) {
    Runs.Said said = Runs.of("run", input, format, folder.resolve(output));
    System.out.print(said.told());
    return said.code();
  }

  @Test
  void every_format_says_the_same_of_the_same_households() {
    Register.parquet(OnSpark.spark(), 3000, 3, folder.resolve("parquet"));
    Register.ndjson(3000, folder.resolve("ndjson/households.ndjson"));
    Register.csv(3000, folder.resolve("csv"), "UTF-8");
    assertThat(run(folder.resolve("parquet"), "parquet", "a")).isZero();
    assertThat(run(folder.resolve("ndjson"), "ndjson", "b")).isZero();
    assertThat(run(folder.resolve("csv"), "csv", "c")).isZero();
    List<Row> parquet = results("a");
    assertThat(parquet).hasSize(3000);
    assertThat(results("b")).isEqualTo(parquet);
    assertThat(results("c")).isEqualTo(parquet);
  }

  private List<Row> results(String output) {
    return Runs.results(folder.resolve(output));
  }
}
