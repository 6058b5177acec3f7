package org.yimen.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.SealedFacts;

/** Which illness and which disability somebody has is told by no table to who has no key. */
@OnPostgres
class SealedFactsTests {

  private static final String HEAD = "姓名,性别,民族,残疾人证号,残疾类别,残疾等级,户口地址,发证日期,是否享受两项补贴";
  private static final String SEEING =
      "居一丁,男,汉族,65019919600101001042,肢体,二级,达坂城区东沟乡苇子村1号,2015-03-01,是";
  private static final String HEARING =
      "居二丁,女,汉族,65019919620202002323,听力,三级,达坂城区东沟乡苇子村2号,2016-04-01,否";

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired SealedFacts facts;
  @LocalServerPort int port;
  @TempDir Path folder;

  private Lorry lorry;

  @BeforeEach
  void load() throws IOException {
    lorry = new Lorry(context);
    lorry.unload();
    lorry.load(
        Lorry.csv(folder.resolve("残疾人名册.csv"), HEAD, SEEING, HEARING),
        Lorry.csv(
            folder.resolve("慢病名单.csv"),
            "编号,姓名,性别,身份证件号码,现住址,慢病类型,确诊日期",
            "1,居三丁,男,650199196303030036,达坂城区东沟乡苇子村3号,2型糖尿病,2019-05-01"));
  }

  private List<SealedFacts.Words> words() {
    return jdbc.sql("select * from registry.fact order by kind, person, source_row")
        .query((row, n) -> facts.of(row))
        .list();
  }

  private long count(String where) {
    return jdbc.sql("select count(*) from registry.fact where " + where).query(Long.class).single();
  }

  private String pageOf(String name) {
    long person =
        jdbc.sql("select id from registry.person where name = :name")
            .param("name", name)
            .query(Long.class)
            .single();
    return new Desk(port).as("district").get("/api/v1/persons/" + person).text();
  }

  @Test
  void the_tables_hold_no_word_of_them_and_who_may_see_them_reads_them() {
    assertThat(count("kind in ('disability', 'chronicIllness')")).isEqualTo(3);
    assertThat(count("sealed is not null")).isEqualTo(3);
    assertThat(count("sealed is not null and num_nonnulls(code, detail) > 0")).isZero();
    assertThat(pageOf("居三丁")).contains("2型糖尿病");
    assertThat(pageOf("居一丁")).contains("肢体").contains("二级");
  }

  @Test
  void of_a_list_the_class_stays_for_sql_and_the_cause_is_sealed() throws IOException {
    lorry.load(
        Lorry.csv(
            folder.resolve("低保花名册.csv"),
            "序号,村（社区）,户主姓名,身份证号码,保障人数,低保类别,月保障金额,致贫原因",
            "1,,居五丁,650199196505050058,1,A类,600,因病"));
    String listed =
        "kind = 'list.dibao' and code is not null and detail is null and sealed is not null";
    assertThat(count(listed)).isEqualTo(1);
    assertThat(
            jdbc.sql("select * from registry.fact where kind = 'list.dibao'")
                .query((row, n) -> facts.of(row))
                .single())
        .isEqualTo(new SealedFacts.Words("A", "因病"));
  }

  @Test
  void words_of_other_lengths_are_not_told_apart_by_theirs() {
    String lengths =
        "select count(distinct length(sealed)) from registry.fact where kind = 'disability'";
    assertThat(jdbc.sql(lengths).query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void what_was_sealed_for_one_person_does_not_open_for_another() {
    jdbc.sql(
            """
            update registry.fact f set sealed = o.sealed from registry.fact o
            where f.kind = 'disability' and o.kind = 'disability' and o.id <> f.id
            """)
        .update();
    assertThatThrownBy(this::words).isInstanceOf(Unsealable.class);
  }

  @Test
  void after_new_keys_they_read_the_same_and_a_delivery_that_repeats_them_adds_nothing()
      throws IOException {
    List<SealedFacts.Words> before = words();
    int now =
        context.getBean(ChangeKeys.class).to("", context.getBean(DataSource.class), told -> {});
    assertThat(count("get_byte(sealed, 2) = " + now)).isEqualTo(3);
    assertThat(words()).isEqualTo(before);
    repeated();
    assertThat(words()).isEqualTo(before);
    assertThat(count("valid_to is not null")).isZero();
  }

  @Test
  void a_delivery_that_comes_before_all_are_sealed_anew_adds_nothing_either() throws IOException {
    List<SealedFacts.Words> before = words();
    Secrecy secrecy = context.getBean(Secrecy.class);
    KeyFile file = secrecy.keys().file();
    KeyVersion fresh = KeyRing.fresh(file.read(), new ChineseAlgorithms());
    file.write(file.read().with(fresh));
    Secrecy.register(jdbc, fresh, false);
    secrecy.keys().look();
    repeated();
    assertThat(words()).isEqualTo(before);
    assertThat(count("valid_to is not null")).isZero();
    context.getBean(ChangeKeys.class).to("", context.getBean(DataSource.class), told -> {});
    assertThat(words()).isEqualTo(before);
  }

  /** The same persons and one more, in a file that was not sent before. */
  private void repeated() throws IOException {
    List<Long> ids =
        lorry.load(
            Lorry.csv(folder.resolve("残疾人名册二.csv"), HEAD, SEEING, HEARING, "居四丁,男,汉族,,肢体,一级,,,否"));
    assertThat(ids).hasSize(1);
    assertThat(
            jdbc.sql("select state from exchange.delivery where id = :id")
                .param("id", ids.get(0))
                .query(String.class)
                .single())
        .isEqualTo("done");
  }

  @Test
  void what_an_earlier_version_kept_plain_is_sealed_at_the_start() throws Exception {
    List<SealedFacts.Words> before = words();
    List<Long> ids =
        jdbc.sql("select id from registry.fact order by kind, person, source_row")
            .query(Long.class)
            .list();
    List<Object[]> plain = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      plain.add(new Object[] {before.get(i).code(), before.get(i).detail(), ids.get(i)});
    }
    new org.springframework.jdbc.core.JdbcTemplate(context.getBean(DataSource.class))
        .batchUpdate(
            "update registry.fact set sealed = null, code = ?, detail = ? where id = ?", plain);
    jdbc.sql("alter table registry.fact add column unsealed boolean").update();
    context.getBean("sealPlainFacts", InitializingBean.class).afterPropertiesSet();
    the_tables_hold_no_word_of_them_and_who_may_see_them_reads_them();
    assertThat(words()).isEqualTo(before);
  }
}
