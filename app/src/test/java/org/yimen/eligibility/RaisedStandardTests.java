package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** A standard that was raised after the roll was read raises awards and leaves incomes. */
@OnPostgres
class RaisedStandardTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource dataSource;
  @Autowired ApplicationContext context;
  @Autowired TestClock clock;

  @BeforeEach
  void settle() {
    clock.set(Hamlet.TODAY);
    Hamlet.settle(dataSource);
  }

  @AfterEach
  void release() throws InterruptedException {
    while (context.getBean(ScreeningRuns.class).progress().running()) {
      Thread.sleep(50);
    }
    clock.release();
  }

  @Test
  void who_was_paid_by_the_old_standard_gets_more_by_the_new_one_and_keeps_it()
      throws InterruptedException {
    context.getBean(ScreenRegister.class).run(Hamlet.TODAY, null, (done, total) -> {});
    long run = context.getBean(ScreeningRuns.class).current().id();
    assertThat(award(Hamlet.AGREES))
        .as("two persons, 900 yuan of income, 35 more for each of 60 and 8 years")
        .isEqualByComparingTo("770");
    ValueDesk values = new ValueDesk(port);
    long raise = values.proposed("dibao.standard.rural", "850.5", "2025-03-01");
    assertThat(values.decided("leader", raise, true).status()).isEqualTo(200);
    screenedAgain(run);
    assertThat(award(Hamlet.AGREES)).isEqualByComparingTo("871");
    assertThat(against(Hamlet.PAID))
        .as("the income that a payment of 600 presupposed is what it was")
        .anyMatch(text -> text.contains("折算核定收入每月1,000元"));
    assertThat(payBefore("900")).as("the next trial begins from it").isEqualTo(871_00);
    newRollSays("700");
    assertThat(payBefore("900"))
        .as("a roll read later was paid by the new standard: 1,001 yuan of income")
        .isEqualTo(770_00);
  }

  /** The new value has everybody screened in the background. */
  private void screenedAgain(long before) throws InterruptedException {
    ScreeningRuns runs = context.getBean(ScreeningRuns.class);
    for (int i = 0; i < 200 && runs.current().id() == before; i++) {
      Thread.sleep(50);
    }
    assertThat(runs.current().id()).isGreaterThan(before);
  }

  private BigDecimal award(long household) {
    JsonNode award =
        new Desk(port).as("district").get("/api/v1/households/" + household + "/award").json();
    return award.get("monthly").decimalValue();
  }

  private List<String> against(long household) {
    String[] against =
        jdbc.sql("select against from eligibility.current_screening where household = :household")
            .param("household", household)
            .query((row, n) -> (String[]) row.getArray(1).getArray())
            .single();
    return List.of(against);
  }

  /** What the first household is paid before a trial of that standard, fen. */
  private long payBefore(String standard) {
    Desk district = new Desk(port).as("district");
    Map<String, Object> body =
        Map.of(
            "name", "再提标",
            "asOf", Hamlet.TODAY.toString(),
            "values", Map.of("dibao.standard.rural", standard));
    long made = district.post("/api/v1/what-ifs", body).json().get("id").asLong();
    JsonNode rows = district.get("/api/v1/what-ifs/" + made + "/households").json().get("items");
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.get("household").asLong() == Hamlet.AGREES)
        .findAny()
        .orElseThrow()
        .get("payBefore")
        .asLong();
  }

  private void newRollSays(String yuan) {
    jdbc.sql(
            """
            update registry.fact set amount = :fen, recorded_at = now()
            where kind = 'list.dibao' and household = :household
            """)
        .param("fen", new BigDecimal(yuan).movePointRight(2).longValue())
        .param("household", Hamlet.AGREES)
        .update();
  }
}
