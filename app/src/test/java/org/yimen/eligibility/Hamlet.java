package org.yimen.eligibility;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.registry.RegisterUpdate;
import org.yimen.registry.RegisterUpdate.Fact;
import org.yimen.registry.RegisterUpdate.Household;
import org.yimen.registry.RegisterUpdate.Membership;
import org.yimen.registry.RegisterUpdate.Person;
import org.yimen.registry.TestSecrets;

/**
 * Households for screening, one for each thing that registers may say. The standard is 800 yuan a
 * month a head, that of the margin 1,200. All live in 苇子村 but {@link #ELSEWHERE}.
 */
final class Hamlet {

  static final LocalDate TODAY = LocalDate.of(2025, 8, 1);
  static final long AGREES = 1;
  static final long CAR = 2;
  static final long WAGES = 3;
  static final long OTHER = 4;
  static final long LIKELY = 5;
  static final long UNCLEAR = 6;
  static final long NOT = 7;
  static final long DESERTED = 8;
  static final long ELSEWHERE = 9;
  static final long SUPPORTED = 10;
  static final long WATCHED = 11;
  static final long PAID = 12;
  static final long IDLE = 13;
  static final long CARER = 14;

  private static final String VILLAGE = "650107200200";
  private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

  private final RegisterUpdate register;
  private long row;

  private Hamlet(RegisterUpdate register) {
    this.register = register;
  }

  /** Writes all of them into an empty register. */
  static void settle(DataSource dataSource) {
    write(dataSource, Hamlet::everybody);
  }

  /** Says one thing more of the first member of a household. */
  static void say(DataSource dataSource, long household, String kind, long fen) {
    write(dataSource, hamlet -> hamlet.person(household * 10, kind, fen, null));
  }

  private static void write(DataSource dataSource, java.util.function.Consumer<Hamlet> deed) {
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    long first =
        JdbcClient.create(dataSource)
            .sql("select coalesce(max(source_row), 0) + 1 from registry.fact")
            .query(Long.class)
            .single();
    transaction.executeWithoutResult(
        status -> {
          var origin = new RegisterUpdate.Origin("residence", TODAY, true, first);
          try (RegisterUpdate update = TestSecrets.update(dataSource, origin)) {
            Hamlet hamlet = new Hamlet(update);
            hamlet.row = first;
            deed.accept(hamlet);
            update.apply();
          }
        });
  }

  private void everybody() {
    listed();
    unlisted();
  }

  private void listed() {
    family(AGREES, VILLAGE, 60, 8);
    household(AGREES, "list.dibao", 700_00, null);
    family(CAR, VILLAGE, 45);
    household(CAR, "list.dibao", 300_00, null);
    person(CAR * 10, "property.vehicle", null, "car");
    family(WAGES, VILLAGE, 40, 12);
    household(WAGES, "list.dibao", 200_00, null);
    person(WAGES * 10, "wage.base", 2_000_00L, null);
    family(OTHER, VILLAGE, 50);
    household(OTHER, "list.dibaoMargin", null, null);
    household(OTHER, "income.household", 6_000_00, null);
    family(SUPPORTED, VILLAGE, 52);
    person(SUPPORTED * 10, "list.tekun", 1_040_00L, "scattered");
    family(WATCHED, VILLAGE, 44, 12);
    household(WATCHED, "list.watch", null, "marginal");
    family(PAID, VILLAGE, 44, 12);
    household(PAID, "list.dibao", 600_00, null);
    person(PAID * 10, "wage.base", 1_500_00L, null);
    close();
  }

  /** Assessed close to the line: of the second family somebody cares for who is gravely ill. */
  private void close() {
    family(IDLE, VILLAGE, 44, 42, 12);
    household(IDLE, "list.dibao", 240_00, null);
    person(IDLE * 10, "wage.base", 1_500_00L, null);
    family(CARER, VILLAGE, 44, 42, 12);
    household(CARER, "list.dibao", 240_00, null);
    person(CARER * 10, "wage.base", 1_500_00L, null);
    person(CARER * 10 + 2, "seriousIllness", null, null);
    family(DESERTED, VILLAGE, 80);
    household(DESERTED, "list.dibao", 500_00, null);
    register.add(new Fact(DESERTED * 10, null, "death", null, null, null, SINCE, null, ++row));
  }

  private void unlisted() {
    family(LIKELY, VILLAGE, 60);
    household(LIKELY, "income.net", 6_000_00, null);
    family(ELSEWHERE, "650107100201", 61);
    household(ELSEWHERE, "income.net", 12_000_00, null);
    family(UNCLEAR, VILLAGE, 66, 41);
    family(NOT, VILLAGE, 35, 34);
    person(NOT * 10, "wage.base", 9_000_00L, null);
    person(NOT * 10 + 1, "wage.base", 9_000_00L, null);
  }

  /** A head and further members of these ages, numbered from ten times the household's number. */
  private void family(long household, String area, int... ages) {
    String residence = household == NOT ? "urban" : "rural";
    String number = "H%04d".formatted(household);
    register.add(new Household(household, number, area, "达坂城区东沟乡苇子村1号", residence));
    for (int i = 0; i < ages.length; i++) {
      long id = household * 10 + i;
      LocalDate born = TODAY.minusYears(ages[i]).minusDays(30);
      register.add(new Person(id, "张" + id, null, "male", born, "01", "residence"));
      register.add(new Membership(household, id, i == 0 ? "02" : i == 1 ? "10" : "20", ++row));
    }
  }

  private void household(long household, String kind, @Nullable Number fen, @Nullable String code) {
    Long amount = fen == null ? null : fen.longValue();
    register.add(new Fact(null, household, kind, amount, code, null, SINCE, null, ++row));
  }

  private void person(long person, String kind, @Nullable Long fen, @Nullable String code) {
    register.add(new Fact(person, null, kind, fen, code, null, SINCE, null, ++row));
  }
}
