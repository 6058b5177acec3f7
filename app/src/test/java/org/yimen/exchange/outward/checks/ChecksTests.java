package org.yimen.exchange.outward.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.Yaml;
import org.yimen.exchange.outward.StagedTables;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every check trips over the family that {@code checks-cases.yaml} gives it, and over none of the
 * families that are as they should be.
 */
@OnPostgres
class ChecksTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final LocalDate DAY = LocalDate.of(2025, 10, 13);

  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private record Case(String code, boolean trips, Map<String, Object> family) {}

  @SuppressWarnings("unchecked")
  private static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream file = ChecksTests.class.getResourceAsStream("/exchange/checks-cases.yaml")) {
      Map<String, Map<String, Map<String, Object>>> all =
          new Yaml().load(Objects.requireNonNull(file));
      all.forEach(
          (code, both) -> {
            cases.add(new Case(code, true, both.get("trips")));
            cases.add(new Case(code, false, both.get("passes")));
          });
    }
    return cases;
  }

  private static String key(Case one) {
    return one.code() + (one.trips() ? " trips" : " passes");
  }

  @SuppressWarnings("unchecked")
  private void stage(Case one) {
    Map<String, Object> told = new HashMap<>(one.family());
    List<Map<String, Object>> members =
        (List<Map<String, Object>>) told.getOrDefault("members", List.of());
    told.remove("members");
    Object register = told.remove("registerOnly");
    jdbc.sql(
            """
            insert into outward_family (key, systems, area, household, application, name, told)
            values (:key, array['low-income', 'return-to-poverty'], '650107200200', 1, :application,
              '示范', :told::jsonb)
            """)
        .param("key", key(one))
        .param("application", register == null ? 1L : null)
        .param("told", JSON.writeValueAsString(told))
        .update();
    members(one, members);
  }

  private void members(Case one, List<Map<String, Object>> members) {
    int place = 0;
    for (Map<String, Object> member : members) {
      Map<String, Object> said = new HashMap<>(member);
      Object number = said.remove("number");
      said.putIfAbsent("dibaoEnjoyed", "none");
      said.putIfAbsent("tekunEnjoyed", "none");
      String unique = key(one) + place;
      jdbc.sql(
              """
              insert into outward_member (family, place, name, number_key, told)
              values (:key, :place, '示范', :number::bytea, :told::jsonb)
              """)
          .param("key", key(one))
          .param("place", place++)
          .param("number", number == null ? unique : "".equals(number) ? null : number.toString())
          .param("told", JSON.writeValueAsString(said))
          .update();
    }
  }

  private void ask(Check check, long run) {
    Map<String, Object> asked = new HashMap<>();
    asked.put("run", run);
    asked.put("code", check.code());
    asked.put("level", check.level());
    asked.put("system", check.system());
    asked.put("day", DAY);
    jdbc.sql(check.sql()).params(asked).update();
  }

  private Map<String, TreeSet<String>> found(List<Case> cases) {
    Map<String, TreeSet<String>> found = new HashMap<>();
    transaction.executeWithoutResult(
        status -> {
          StagedTables.CREATE.forEach(table -> jdbc.sql(table).update());
          cases.forEach(this::stage);
          jdbc.sql(RunChecks.COUNTS).update();
          long run =
              jdbc.sql(
                      """
                      insert into exchange.outward_check (area, at, by, families, members)
                      values ('', now(), 'test', 0, 0) returning id
                      """)
                  .query(Long.class)
                  .single();
          Checks.ALL.forEach(check -> ask(check, run));
          jdbc.sql("select code, family from exchange.outward_finding where run = :run")
              .param("run", run)
              .query(
                  (RowCallbackHandler)
                      row ->
                          found
                              .computeIfAbsent(row.getString("code"), code -> new TreeSet<>())
                              .add(row.getString("family")));
          status.setRollbackOnly();
        });
    return found;
  }

  @Test
  void every_check_trips_over_its_family_and_not_over_one_that_is_right() throws IOException {
    List<Case> cases = cases();
    Map<String, TreeSet<String>> found = found(cases);
    for (Check check : Checks.ALL) {
      TreeSet<String> of = found.getOrDefault(check.code(), new TreeSet<>());
      assertThat(of).as(check.code() + check.title()).contains(check.code() + " trips");
      assertThat(of).as(check.code() + check.title()).doesNotContain(check.code() + " passes");
    }
  }

  @Test
  void every_check_has_its_two_families_and_says_what_to_do() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    for (Check check : Checks.ALL) {
      codes.add(check.code());
      assertThat(check.fix()).as(check.code()).endsWith("。");
      assertThat(check.level()).isIn("block", "warn");
    }
    TreeSet<String> tested = new TreeSet<>();
    cases().forEach(one -> tested.add(one.code()));
    assertThat(tested).isEqualTo(codes);
    assertThat(codes).hasSizeGreaterThanOrEqualTo(30);
  }
}
