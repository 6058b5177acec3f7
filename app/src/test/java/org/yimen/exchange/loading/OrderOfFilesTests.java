package org.yimen.exchange.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.SealedFacts;

/** Bureaus do not wait for each other. */
@OnPostgres
class OrderOfFilesTests {

  private static final String RESIDENCE = "户号,姓名,公民身份号码,性别,民族,出生日期,与户主关系,户籍地址,户口性质,变动类型,变动日期";
  private static final String HEAD =
      "650107000000001,马建国,65019919610504003X,男,回族,1961-05-04,户主,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,农业,,";
  private static final String WIFE =
      "650107000000001,李玉梅,650199196302030041,女,汉族,1963-02-03,配偶,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,农业,,";
  private static final String DISABILITY = "姓名,性别,民族,残疾人证号,残疾类别,残疾等级,户口地址,发证日期,是否享受两项补贴";
  private static final String DISABLED =
      "马建国,男,回族,65019919610504003X43,肢体残疾,三级,新疆乌鲁木齐市达坂城区东沟乡苇子村2号,2021-06-18,否";

  @TempDir Path folder;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Lorry lorry;

  @BeforeEach
  void empty() {
    lorry = new Lorry(context);
    lorry.unload();
  }

  private Path residence(String name, String... rows) throws IOException {
    String[] lines = new String[rows.length + 1];
    lines[0] = RESIDENCE;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return Lorry.csv(folder.resolve(name), lines);
  }

  private Path disabled() throws IOException {
    return Lorry.csv(folder.resolve("06.csv"), DISABILITY, DISABLED);
  }

  private String value(String query) {
    return jdbc.sql(query).query(String.class).single();
  }

  @Test
  void without_a_residence_file_people_and_households_are_founded_by_departments()
      throws IOException {
    lorry.load(disabled());
    assertThat(value("select name || ' ' || founded_by from registry.person"))
        .isEqualTo("马建国 department");
    assertThat(value("select number || ' ' || size from registry.household")).isEqualTo("临时-1 1");
    SealedFacts facts = context.getBean(SealedFacts.class);
    assertThat(
            jdbc.sql("select * from registry.fact where kind = 'disability'")
                .query((row, n) -> facts.of(row).code())
                .single())
        .isEqualTo("physical:3");
  }

  @Test
  void a_residence_file_that_comes_later_adopts_the_households_that_departments_founded()
      throws IOException {
    lorry.load(disabled());
    lorry.load(residence("01.csv", HEAD, WIFE));
    assertThat(value("select string_agg(name || founded_by, ' ' order by id) from registry.person"))
        .isEqualTo("马建国residence 李玉梅residence");
    assertThat(
            value(
                "select string_agg(number || ' ' || size || ' ' || residence, ',') from registry.household"))
        .isEqualTo("650107000000001 2 rural");
  }

  @Test
  void together_the_residence_file_goes_first_whatever_the_order_of_sending() throws IOException {
    lorry.load(disabled(), residence("01.csv", HEAD, WIFE));
    assertThat(value("select founded_by from registry.person where id = 1")).isEqualTo("residence");
    assertThat(value("select count(*)::text from registry.household")).isEqualTo("1");
  }

  @Test
  void a_newer_residence_file_moves_people_and_closes_what_it_contradicts() throws IOException {
    lorry.load(residence("01.csv", HEAD, WIFE));
    lorry.load(
        residence(
            "02.csv",
            HEAD,
            WIFE.replace("000001,李", "000002,李").replace("配偶", "户主").replace("农业", "非农业")));
    assertThat(
            value(
                "select string_agg(number || ':' || size, ' ' order by number) from registry.household"))
        .isEqualTo("650107000000001:1 650107000000002:1");
    assertThat(value("select count(*)::text from registry.membership where valid_to is not null"))
        .isEqualTo("1");
    assertThat(
            value(
                """
                select string_agg(code || ':' || (valid_to is null), ' ' order by id)
                from registry.fact where kind = 'hukou' and person = 2
                """))
        .isEqualTo("agricultural:false nonAgricultural:true");
  }

  @Test
  void who_moved_out_stays_out_when_the_same_is_told_again() throws IOException {
    String gone = WIFE.substring(0, WIFE.length() - 1) + "迁出,2025-03-01";
    lorry.load(residence("01.csv", HEAD, gone));
    lorry.load(residence("02.csv", gone, HEAD));
    assertThat(value("select size::text from registry.household")).isEqualTo("1");
    assertThat(
            value(
                "select count(*) || ' ' || max(valid_to) from registry.membership where person = 2"))
        .isEqualTo("1 2025-03-01");
  }
}
