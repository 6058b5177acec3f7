package org.yimen.exchange.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.OnPostgres;

/** What rolls say of who gets what: covered persons and care, beside the allowance. */
@OnPostgres
class RollFilesTests {

  @TempDir Path folder;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Lorry lorry;

  @BeforeEach
  void empty() {
    lorry = new Lorry(context);
    lorry.unload();
  }

  private List<String> facts(String kinds) {
    return jdbc.sql(
            """
            select coalesce(p.name, '户') || ' ' || f.kind || ' ' || coalesce(f.amount::text, '')
            from registry.fact f left join registry.person p on p.id = f.person
            where f.kind ~ :kinds order by 1
            """)
        .param("kinds", kinds)
        .query(String.class)
        .list();
  }

  @Test
  void a_roll_of_heads_says_how_many_are_covered() throws IOException {
    lorry.load(
        Lorry.csv(
            folder.resolve("低保花名册.csv"),
            "序号,村（社区）,户主姓名,身份证号码,家庭人口,保障人数,低保类别,月保障金额",
            "1,,居一,650199196001010010,3,1,A类,600"));
    assertThat(facts("^(size|list)"))
        .containsExactly("户 list.dibao 60000", "户 size.covered 1", "户 size.reported 3");
  }

  @Test
  void a_roll_of_members_says_who_is_not_covered() throws IOException {
    lorry.load(
        Lorry.csv(
            folder.resolve("低保花名册.csv"),
            "编号,所属村,姓名,性别,民族,与户主关系,公民身份号码,出生年月,健康状况,是否享受,户月补助,账号,手机号",
            "1,,居一,男,汉族,户主,650199196001010010,1960-01-01,健康,是,600,,",
            ",,居二,女,汉族,配偶,650199196202020023,1962-02-02,健康,否,,,"));
    assertThat(facts("^(dibao|list)"))
        .containsExactly("居二 dibao.notCovered ", "户 list.dibao 60000");
  }

  @Test
  void a_roll_of_tekun_persons_says_what_their_care_costs() throws IOException {
    lorry.load(
        Lorry.csv(
            folder.resolve("特困花名册.csv"),
            "序号,乡镇（街道）,姓名,身份证号,供养方式,自理能力,照料护理标准,月基本生活标准",
            "1,东沟乡,居三,650199195003030038,分散供养,半护理,480,1040",
            "2,东沟乡,居四,650199195004040049,分散供养,全自理,,1040"));
    assertThat(facts("tekun"))
        .containsExactly("居三 list.tekun 104000", "居三 tekun.care 48000", "居四 list.tekun 104000");
  }
}
