package org.yimen.registry;

import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.registry.RegisterUpdate.Fact;
import org.yimen.registry.RegisterUpdate.Household;
import org.yimen.registry.RegisterUpdate.Membership;
import org.yimen.registry.RegisterUpdate.Name;
import org.yimen.registry.RegisterUpdate.Person;

/**
 * A register for tests: four households in two villages of one town and one in another town.
 *
 * <ul>
 *   <li>1, 苇子村: 买买提江·卡德尔, also written 麦麦提江·喀迪尔, on dibao; his wife; a son who moved to 3
 *   <li>2, 苇子村: 王小红, alone, a tekun supported person; watched until 2024
 *   <li>3, another village: 张伟, and the son
 *   <li>4, another town: 李建国, three members
 *   <li>5: nobody knows where, nobody in it
 * </ul>
 */
public final class Neighbours {

  public static final String VILLAGE = "650107200200";
  public static final String OTHER_VILLAGE = "650107200201";
  public static final String OTHER_TOWN = "650107100";
  public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static final String SCREENING =
      """
      insert into eligibility.screening_run (id, as_of, state, law, facts_until)
      values (1, '2026-03-02', 'done', '', now());
      insert into eligibility.screening_result
        (run, household, group_code, suggested_category, watch_kind, certainty, worth, members,
         reason, missing, against, trace, facts_hash)
      values
        (1, 1, 'listedAgrees', 'dibao', null, 'known', 10, 2, '在册，数据相符', '{}', '{}', '', 0),
        (1, 2, 'listedContradicted', 'none', 'marginal', 'likely', 80, 1, '=1+1 名下有车', '{}', '{}', '', 0),
        (1, 4, 'unlistedLikely', 'dibao', null, 'likely', 60, 3, '人均收入低', '{}', '{}', '', 0);
      update eligibility.current_run set run = 1
      """;

  private Neighbours() {}

  /** Writes them; the third household was never screened. */
  public static void moveIn(DataSource dataSource) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    var transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    transaction.executeWithoutResult(
        status -> {
          var origin = new RegisterUpdate.Origin("residence", TODAY, true, 1);
          try (RegisterUpdate update = TestSecrets.update(dataSource, origin)) {
            households(update);
            persons(update);
            memberships(update);
            facts(update);
            update.apply();
          }
        });
    String moved =
        """
        update registry.membership set valid_to = '2025-07-01' where household = 1 and person = 13;
        update registry.household set size = 2 where id = 1
        """;
    jdbc.sql(moved).update();
    jdbc.sql(SCREENING).update();
  }

  private static void households(RegisterUpdate update) {
    update.add(new Household(1, "H0001", VILLAGE, "达坂城区东沟乡苇子村8号", "rural"));
    update.add(new Household(2, "H0002", VILLAGE, "达坂城区东沟乡苇子村19号", "rural"));
    update.add(new Household(3, "H0003", OTHER_VILLAGE, "达坂城区东沟乡王家庄村8号", "rural"));
    update.add(new Household(4, "X0004", OTHER_TOWN + "201", "达坂城区达坂城镇达坂村1号", "urban"));
    update.add(new Household(5, "X0005", null, null, null));
  }

  private static void persons(RegisterUpdate update) {
    person(update, 11, "买买提江·卡德尔", "650199197302190018", "male");
    person(update, 12, "阿依古丽·买买提", "650199197505050025", "female");
    person(update, 13, "艾力·买买提江", "650199199901010033", "male");
    person(update, 21, "王小红", "650199194408080040", "female");
    person(update, 31, "张伟", "650199198002020059", "male");
    person(update, 41, "李建国", "65019919850303006X", "male");
    person(update, 42, "李梅", null, "female");
    person(update, 43, "=HYPERLINK(\"x\")", null, "male");
    update.add(new Name(11, "麦麦提江·喀迪尔", 900));
  }

  private static void person(
      RegisterUpdate update, long id, String name, String number, String sex) {
    LocalDate born =
        number == null
            ? null
            : LocalDate.of(
                Integer.parseInt(number.substring(6, 10)),
                Integer.parseInt(number.substring(10, 12)),
                Integer.parseInt(number.substring(12, 14)));
    update.add(new Person(id, name, number, sex, born, "05", "residence"));
  }

  private static void memberships(RegisterUpdate update) {
    update.add(new Membership(1, 11, "02", 1));
    update.add(new Membership(1, 12, "10", 2));
    update.add(new Membership(1, 13, "20", 3));
    update.add(new Membership(2, 21, "02", 4));
    update.add(new Membership(3, 31, "02", 5));
    update.add(new Membership(3, 13, null, 6));
    update.add(new Membership(4, 41, "02", 7));
    update.add(new Membership(4, 42, "10", 8));
    update.add(new Membership(4, 43, "20", 9));
  }

  private static void facts(RegisterUpdate update) {
    LocalDate since = LocalDate.of(2023, 5, 1);
    update.add(new Fact(null, 1L, "list.dibao", 65000L, "none", null, since, null, 10));
    update.add(new Fact(21L, null, "list.tekun", null, "scattered", null, since, null, 11));
    update.add(
        new Fact(21L, null, "list.watch", null, "marginal", null, since, since.plusYears(1), 12));
    update.add(new Fact(11L, null, "disability", null, "visual:2", null, since, null, 13));
    update.add(
        new Fact(13L, null, "visit", null, null, "搬走以后", LocalDate.of(2026, 1, 5), null, 14));
  }
}
