package org.yimen.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.yimen.batch.facts.FactTable;
import org.yimen.batch.facts.ToldHousehold;
import org.yimen.batch.facts.WriteRows;
import org.yimen.policy.columns.AnyHousehold;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.HouseholdBuilder;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Obligor;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;

/** Invented households of several places, by number; written in each format. */
final class Register {
  static final LocalDate DAY = LocalDate.of(2025, 8, 1);

  /** Values of some places of their own, over the national ones. */
  static final Path RULES = Path.of("src/test/rules");

  /** Three with values of their own, and some without. */
  private static final List<String> AREAS =
      List.of("650107100", "650107", "650102001", "420115003002", "110101", "654321");

  private static final long LONGEST_MONTHS = 2400;

  private Register() {}

  static String id(int number) {
    return "H%08d".formatted(number);
  }

  /** So many areas take turns. */
  static int places() {
    return AREAS.size();
  }

  static String area(int number) {
    return AREAS.get(number % AREAS.size());
  }

  /** Every kind of fact, many at a limit; of every third all are known. */
  static Household household(int number) {
    int fog = new int[] {0, 2, 12}[number % 3];
    return plausible(AnyHousehold.of(number, fog, DAY));
  }

  /** One applicant, nobody born later than the day, nobody longer together than two centuries. */
  private static Household plausible(Household any) {
    List<Member> members = new ArrayList<>();
    for (Member member : any.members()) {
      members.add(plausible(member, members.isEmpty()));
    }
    HouseholdBuilder builder =
        Household.of(any.residence(), members)
            .formerlyPoor(any.formerlyPoor())
            .farmer(any.farmer())
            .paymentClass(any.paymentClass())
            .property(any.property())
            .housingGrade(any.housingGrade())
            .water(any.water())
            .dropout(any.dropout())
            .risks(any.risks())
            .told(any.told());
    builder = any.propertyComplete() ? builder : builder.propertyIncomplete();
    return (any.risksKnown() ? builder : builder.risksUnknown()).build();
  }

  private static Member plausible(Member m, boolean first) {
    Relation relation =
        m.relation() == Relation.APPLICANT && !first ? Relation.OTHER : m.relation();
    return new Member(
        m.id(),
        relation,
        m.birthDate().isAfter(DAY) ? DAY : m.birthDate(),
        m.sex(),
        m.income(),
        m.incomeComplete(),
        m.costs(),
        m.expenses(),
        m.expensesComplete(),
        m.property(),
        m.disabilities(),
        m.labour(),
        m.employment(),
        m.student(),
        atMost(m.livesTogetherMonths(), LONGEST_MONTHS),
        m.flags(),
        m.clergyYears(),
        m.selfCare(),
        m.supportMode(),
        m.obligors().stream().map(Register::plausible).toList(),
        m.obligorsKnown());
  }

  private static Range atMost(Range months, long most) {
    return new Range(Math.min(months.low(), most), Math.min(months.high(), most));
  }

  private static Obligor plausible(Obligor o) {
    LocalDate birth = o.birthDate();
    return new Obligor(
        o.relation(),
        birth == null || !birth.isAfter(DAY) ? birth : DAY,
        o.status(),
        o.disabilities(),
        o.ownIncomeYearly(),
        o.propertyWithinRule(),
        o.family(),
        o.paysMonthly());
  }

  static Map<String, Object> told(int number) {
    return ToldHousehold.of(id(number), area(number), household(number));
  }

  /** The households from 0, in so many files. */
  static void parquet(SparkSession spark, int count, int files, Path folder) {
    List<Integer> starts = IntStream.range(0, files).boxed().toList();
    var rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(starts, files)
            .flatMap(
                file ->
                    IntStream.range(0, count)
                        .filter(number -> number % files == file)
                        .mapToObj(number -> WriteRows.row(told(number)))
                        .iterator());
    spark.createDataFrame(rows, FactTable.HOUSEHOLD.type()).write().parquet(folder.toString());
  }

  static void ndjson(int count, Path file) {
    write(file, IntStream.range(0, count).mapToObj(n -> WriteRows.json(told(n))).toList());
  }

  static void csv(int count, Path folder, String encoding) {
    Map<FactTable, List<String>> lines = new EnumMap<>(FactTable.class);
    for (FactTable table : FactTable.values()) {
      lines.put(table, new ArrayList<>(List.of(WriteRows.header(table))));
    }
    for (int number = 0; number < count; number++) {
      WriteRows.csv(told(number)).forEach((table, some) -> lines.get(table).addAll(some));
    }
    lines.forEach((table, some) -> write(folder.resolve(WriteRows.file(table)), some, encoding));
  }

  static void write(Path file, List<String> lines) {
    write(file, lines, "UTF-8");
  }

  private static void write(Path file, List<String> lines, String encoding) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines, Charset.forName(encoding));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
