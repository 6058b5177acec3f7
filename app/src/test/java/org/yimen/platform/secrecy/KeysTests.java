package org.yimen.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.CitizenNumbers;

/** Keys against the database that was sealed with them. */
@OnPostgres
class KeysTests {

  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  @Autowired Secrecy secrecy;
  @Autowired CitizenNumbers numbers;
  @LocalServerPort int port;
  @TempDir Path folder;

  @BeforeEach
  void load() throws IOException {
    Lorry lorry = new Lorry(context);
    lorry.unload();
    lorry.load(Lorry.district(folder.resolve("district"), 3, 60).toArray(Path[]::new));
  }

  private Map<Long, String> plain() {
    Map<Long, String> found = new java.util.TreeMap<>();
    jdbc.sql(
            "select id, citizen_number[1] as sealed from registry.person where citizen_number is not null")
        .query(
            row -> {
              long id = row.getLong("id");
              found.put(id, String.valueOf(numbers.open(id, row.getBytes("sealed"))));
            });
    return found;
  }

  private long sealedBy(int version) {
    return jdbc.sql(
            """
            select (select count(*) from registry.person where get_byte(citizen_number[1], 2) = :v)
              + (select count(*) from exchange.source_row where get_byte(cells, 2) = :v)
              + (select count(*) from exchange.evidence where get_byte(sealed, 2) = :v)
            """)
        .param("v", version)
        .query(Long.class)
        .single();
  }

  @Test
  void changing_the_keys_seals_everything_anew_and_numbers_are_found_before_and_after() {
    Map<Long, String> before = plain();
    assertThat(before).hasSizeGreaterThan(50);
    int old = secrecy.keys().ring().newest().number();
    List<String> told = new ArrayList<>();
    int now =
        context.getBean(ChangeKeys.class).to("", context.getBean(DataSource.class), told::add);
    assertThat(now).isGreaterThan(old);
    assertThat(sealedBy(old)).isZero();
    assertThat(sealedBy(now)).isGreaterThan(200);
    assertThat(plain()).isEqualTo(before);
    String one =
        before.values().stream().filter(text -> text.length() == 18).findFirst().orElse("");
    assertThat(new Desk(port).as("district").search("/api/v1/households", one).text())
        .doesNotContain("\"total\":0");
    assertThat(numbers.endingWith(one)).hasSize(1);
    assertThat(numbers.endingWith(one.substring(14))).contains(numbers.endingWith(one)[0]);
    assertThat(told).anyMatch(line -> line.contains("公民身份号码"));
    assertThat(context.getBean(KeyChange.class).going()).isFalse();
  }

  @Test
  void a_change_that_broke_off_is_gone_on_with_instead_of_begun_anew() {
    int old = secrecy.keys().ring().newest().number();
    KeyFile file = secrecy.keys().file();
    KeyVersion fresh = KeyRing.fresh(file.read(), new ChineseAlgorithms());
    file.write(file.read().with(fresh));
    Secrecy.register(jdbc, fresh, false); // killed here
    assertThatThrownBy(() -> context.getBean(KeyChange.class).refuseWhileGoing())
        .hasMessageContaining("正在更换密钥");
    int now = context.getBean(ChangeKeys.class).to("", context.getBean(DataSource.class), x -> {});
    assertThat(now).isEqualTo(fresh.number()).isEqualTo(old + 1);
    assertThat(sealedBy(old)).isZero();
  }

  @Test
  void a_key_in_use_is_not_dropped_and_one_out_of_use_is() {
    ChangeKeys change = context.getBean(ChangeKeys.class);
    int now = change.to("intl", context.getBean(DataSource.class), x -> {});
    assertThatThrownBy(() -> change.giveUp(now))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("还在使用");
    change.to("sm", context.getBean(DataSource.class), x -> {});
    assertThat(plain()).isNotEmpty();
  }

  @Test
  void a_missing_key_file_beside_sealed_data_ends_the_start_and_none_is_made() {
    Path keys = folder.resolve("lost").resolve("yimen.keys");
    var environment = new MockEnvironment().withProperty("yimen.keys", keys.toString());
    assertThatThrownBy(() -> new Secrecy(jdbc, environment))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("找不到密钥文件")
        .hasMessageContaining("放回");
    assertThat(keys).doesNotExist();
  }

  @Test
  void the_key_file_of_another_installation_ends_the_start() throws IOException {
    KeyFile other = new KeyFile(folder.resolve("other").resolve("yimen.keys"));
    other.alone(
        () -> {
          KeyRing none = new KeyRing(List.of(), Map.of());
          KeyRing many = none.with(KeyRing.fresh(none, new ChineseAlgorithms()));
          while (many.newest().number() < secrecy.keys().ring().newest().number()) {
            many = many.with(KeyRing.fresh(many, new ChineseAlgorithms()));
          }
          other.write(many);
          return 0;
        });
    byte[] before = Files.readAllBytes(other.path());
    var environment = new MockEnvironment().withProperty("yimen.keys", other.path().toString());
    assertThatThrownBy(() -> new Secrecy(jdbc, environment))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("不是这个数据库的密钥");
    assertThat(Files.readAllBytes(other.path())).isEqualTo(before);
  }

  @Test
  void numbers_of_an_earlier_version_are_sealed_at_the_start_and_their_column_is_gone()
      throws Exception {
    Map<Long, String> before = plain();
    long person = before.keySet().iterator().next();
    asBeforeSealing(before, person);
    context.getBean("sealPlainNumbers", InitializingBean.class).afterPropertiesSet();
    assertThat(plain()).isEqualTo(before);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from information_schema.columns where column_name like 'unsealed%'
                    """)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(noteAgrees(person)).isTrue();
  }

  private void asBeforeSealing(Map<Long, String> before, long person) {
    jdbc.sql("alter table registry.person add column unsealed_number text").update();
    before.forEach(
        (id, text) ->
            jdbc.sql(
                    "update registry.person set unsealed_number = :t, citizen_number = null where id = :i")
                .param("t", text)
                .param("i", id)
                .update());
    jdbc.sql(
            """
            insert into registry.change (cause, decided, subject, of, before, after)
            values (1, false, 'person', :p, '{"citizen_number": null}',
              jsonb_build_object('citizen_number', cast(:t as text)))
            """)
        .param("p", person)
        .param("t", before.get(person))
        .update();
  }

  /** So that the change can still be taken back. */
  private boolean noteAgrees(long person) {
    return jdbc.sql(
            """
            select exists (
              select from registry.change c join registry.person p on p.id = c.of
              where c.of = :p and c.after -> 'citizen_number' = to_jsonb(p) -> 'citizen_number')
            """)
        .param("p", person)
        .query(Boolean.class)
        .single();
  }
}
