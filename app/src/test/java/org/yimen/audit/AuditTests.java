package org.yimen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.identity.Act;
import org.yimen.identity.Deed;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

@OnPostgres
class AuditTests {

  private static final Path PUBLISHED = Path.of("target", "test-home", "audit", "heads.csv");

  @LocalServerPort int port;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;
  @Autowired CheckChains chains;
  @Autowired PublishedHeads heads;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void empty() throws IOException {
    Files.deleteIfExists(PUBLISHED);
    tamper("truncate audit.entry");
    jdbc.sql("update audit.head set seq = 0, hash = decode(repeat('00', 32), 'hex')").update();
    for (int i = 1; i <= 5; i++) {
      events.publishEvent(act("household:" + i));
    }
  }

  private static Act act(String object) {
    return new Act("li", "东沟乡人民政府", "townshipClerk", Deed.HOUSEHOLD_READ, object, "", true);
  }

  private void tamper(String sql) {
    jdbc.sql("alter table audit.entry disable trigger user").update();
    jdbc.sql(sql).update();
    jdbc.sql("alter table audit.entry enable trigger user").update();
  }

  @Test
  void an_untouched_audit_is_whole() throws IOException {
    heads.publish();
    events.publishEvent(act("household:6"));
    assertThat(chains.check()).isEqualTo(new CheckChains.Result(6, java.util.List.of()));
  }

  @Test
  void an_edit_is_found() throws IOException {
    tamper("update audit.entry set who = 'wang' where seq = 3");
    assertThat(chains.check().faults()).singleElement().asString().contains("第 3 条", "改动");
  }

  @Test
  void a_gap_is_found() throws IOException {
    tamper("delete from audit.entry where seq = 3");
    assertThat(chains.check().faults()).anySatisfy(f -> assertThat(f).contains("缺 1 条"));
  }

  @Test
  void reordering_is_found() throws IOException {
    tamper(
        """
        update audit.entry a set object = b.object from audit.entry b
        where a.seq + b.seq = 5 and a.seq in (2, 3)
        """);
    assertThat(chains.check().faults()).isNotEmpty();
  }

  @Test
  void a_cut_tail_is_found_even_where_the_head_was_cut_with_it() throws IOException {
    heads.publish();
    tamper("delete from audit.entry where seq > 3");
    assertThat(chains.check().faults()).anySatisfy(f -> assertThat(f).contains("截"));
    jdbc.sql(
            """
            update audit.head h set seq = 3, hash = e.hash from audit.entry e
            where h.part = 0 and e.part = 0 and e.seq = 3
            """)
        .update();
    assertThat(chains.check().faults()).singleElement().asString().contains("公布", "第 5 条");
  }

  @Test
  void nothing_is_changed_or_deleted_in_the_ordinary_way() {
    assertThatThrownBy(() -> jdbc.sql("update audit.entry set who = 'x'").update())
        .hasMessageContaining("append only");
    assertThatThrownBy(() -> jdbc.sql("delete from audit.entry").update())
        .hasMessageContaining("append only");
  }

  @Test
  void what_is_rolled_back_was_not_done_and_what_is_refused_is_kept_all_the_same()
      throws IOException {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              events.publishEvent(act("household:9"));
              Act done = act("household:8");
              events.publishEvent(
                  new Act(
                      done.who(),
                      done.unit(),
                      done.role(),
                      Deed.REFUSED,
                      done.object(),
                      "",
                      false));
              status.setRollbackOnly();
            });
    assertThat(
            jdbc.sql("select object from audit.entry where seq > 5 or part > 0")
                .query()
                .listOfRows())
        .hasSize(1)
        .allSatisfy(row -> assertThat(row.get("object")).isEqualTo("household:8"));
    assertThat(chains.check().faults()).isEmpty();
  }

  @Test
  void many_at_once_wait_for_nobody_and_leave_whole_chains() throws IOException {
    IntStream.range(0, 8)
        .mapToObj(
            thread ->
                CompletableFuture.runAsync(
                    () ->
                        IntStream.range(0, 25)
                            .forEach(i -> events.publishEvent(act("person:" + i)))))
        .toList()
        .forEach(CompletableFuture::join);
    CheckChains.Result result = chains.check();
    assertThat(result.faults()).isEmpty();
    assertThat(result.entries()).isEqualTo(205);
  }

  @Test
  void signing_in_and_what_is_refused_are_seen_by_the_audit_administrator_alone() {
    new Desk(port).signIn("district", "not-it");
    Desk village = new Desk(port).as("village");
    assertThat(village.get("/api/v1/accounts").status()).isEqualTo(403);
    var lines = new Desk(port).as("audit").get("/api/v1/audit").json().toString();
    assertThat(lines)
        .contains("session.refused", "account:district", "request.refused", "/api/v1/accounts");
    for (String other : new String[] {"district", "system", "security", "village"}) {
      assertThat(new Desk(port).as(other).get("/api/v1/audit").status()).as(other).isEqualTo(403);
    }
  }

  @Test
  void an_emergency_alerts_until_it_was_looked_into() {
    Desk township = new Desk(port).as("township");
    township.post("/api/v1/session/emergency", Map.of("reason", "洪水安置核对"));
    Desk audit = new Desk(port).as("audit");
    var open = audit.get("/api/v1/audit?open=true").json();
    assertThat(open).hasSize(1);
    assertThat(open.get(0).get("why").asString()).isEqualTo("洪水安置核对");
    String entry =
        "/api/v1/audit/entries/%d/%d/looked-into"
            .formatted(open.get(0).get("part").asInt(), open.get(0).get("seq").asInt());
    assertThat(audit.post(entry, Map.of()).status()).isEqualTo(204);
    assertThat(audit.get("/api/v1/audit?open=true").json()).isEmpty();
  }

  @Test
  void a_household_tells_within_its_area_which_units_looked_at_it() {
    jdbc.sql(
            """
            insert into registry.household (id, number, area)
            values (901, 'h901', '650107200200'), (902, 'h902', '650107201200')
            """)
        .update();
    Desk township = new Desk(port).as("township");
    assertThat(township.get("/api/v1/households/901").status()).isEqualTo(200);
    var views = township.get("/api/v1/households/901/views").json();
    assertThat(views.get(0).get("unit").asString()).isEqualTo("东沟乡人民政府");
    assertThat(views.get(0).get("what").asString()).isEqualTo("查看家庭");
    assertThat(township.get("/api/v1/households/902/views").status()).isEqualTo(404);
  }
}
