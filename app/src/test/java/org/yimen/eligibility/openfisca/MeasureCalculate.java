package org.yimen.eligibility.openfisca;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yimen.Yimen;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.TimedRequests;
import tools.jackson.databind.util.RawValue;

/**
 * What one household costs over HTTP, to an endpoint of the same server that reads one row by its
 * primary key: both in turns, by the same signed-in person. Not a test; run by
 *
 * <pre>{@code
 * mvn -pl app -am test -Dtest=MeasureCalculate -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class MeasureCalculate {

  private static final int PAIRS = Integer.getInteger("yimen.measure.pairs", 2_000);
  private static final int WARMING = 1_000;

  private static final String SITUATION =
      """
      {"persons": {
        "a": {"relation": {"ETERNITY": "applicant"}, "birthDate": {"ETERNITY": "1980-05-01"},
          "income_wage": {"2025-08": %d}},
        "b": {"relation": {"ETERNITY": "spouse"}, "birthDate": {"ETERNITY": "1982-01-01"},
          "expense_medical": {"2025-08": 14400}},
        "c": {"relation": {"ETERNITY": "son"}, "birthDate": {"ETERNITY": "2015-01-01"}}},
       "households": {"h": {"members": ["a", "b", "c"], "residence": {"ETERNITY": "urban"},
          "area": {"ETERNITY": "650107"}, "property_deposit": {"2025-08": 100},
          "dibao": {"2025-08": null}, "dibaoMargin": {"2025-08": null},
          "rigidExpense": {"2025-08": null}, "payment.base": {"2025-08": null}}}}
      """;

  /** Reads one row by its primary key, and nothing else. */
  private record Bare(JdbcClient jdbc) {
    @ResponseBody
    @Requires(Permission.ASSESS)
    public Map<String, Object> one(@PathVariable("id") long id) {
      return jdbc.sql("select id, number, area from registry.household where id = ?")
          .param(id)
          .query()
          .singleRow();
    }
  }

  private interface Request {
    Desk.Answer send(int number);
  }

  @Test
  void one_household_to_one_row() throws Exception {
    Path home = Files.createTempDirectory("yimen-calculate");
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Yimen.class)
            .run(
                "--spring.profiles.active=demo",
                "--yimen.empty=false",
                "--yimen.home=" + home,
                "--server.port=0")) {
      JdbcClient jdbc = program.getBean(JdbcClient.class);
      program
          .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
          .registerMapping(
              RequestMappingInfo.paths("/api/v1/measured/{id}").methods(RequestMethod.GET).build(),
              new Bare(jdbc),
              Bare.class.getMethod("one", long.class));
      List<Long> ids =
          jdbc.sql("select id from registry.household limit 500").query(Long.class).list();
      int port = program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Desk desk = new Desk(port).as("district");
      compare(
          n ->
              desk.post(
                  "/api/openfisca/calculate", new RawValue(SITUATION.formatted(900 + n % 99))),
          n -> desk.get("/api/v1/measured/" + ids.get(n % ids.size())));
    }
  }

  /** One of either, and so on; who goes first alternates too. */
  private static void compare(Request calculate, Request bare) {
    TimedRequests calculated = new TimedRequests();
    TimedRequests read = new TimedRequests();
    for (int n = 0; n < PAIRS + WARMING; n++) {
      for (boolean household : new boolean[] {n % 2 == 0, n % 2 != 0}) {
        Request request = household ? calculate : bare;
        int number = n;
        double millis = TimedRequests.time(() -> request.send(number));
        if (n >= WARMING) {
          (household ? calculated : read).add(millis);
        }
      }
    }
    for (double part : new double[] {0.5, 0.95, 0.99}) {
      System.out.printf(
          Locale.ROOT,
          "p%.0f of %d: %.2f ms calculated, %.2f ms read by key, ratio %.2f%n",
          part * 100,
          PAIRS,
          calculated.at(part),
          read.at(part),
          calculated.at(part) / read.at(part));
    }
  }
}
