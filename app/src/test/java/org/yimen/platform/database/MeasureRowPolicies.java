package org.yimen.platform.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.CitizenNumbers;

/**
 * What the policies cost on 100,000 households: pages with them and with row security switched off,
 * in turn. Run by name: {@code -Dtest=MeasureRowPolicies}; the results stand in bench/RESULTS.md.
 */
@OnPostgres
class MeasureRowPolicies {

  private static final int TIMES = 8;

  private static final String DISTRICT =
      """
      insert into registry.household (id, number, area, address, head, size)
      select i, 'M' || lpad(i::text, 6, '0'), (array['650107200200', '650107201200', '650107100201',
        '650107202200', '650107203200'])[i % 5 + 1], '测试路' || i || '号', i * 4, 4
      from generate_series(1, 100000) i;
      insert into registry.person (id, name, birth_date, founded_by)
      select i, chr(19968 + i % 500) || chr(20200 + i % 900),
        date '1950-01-01' + i % 25000, 'residence'
      from generate_series(4, 400003) i;
      insert into registry.name_key (name, key) select distinct name, name from registry.person;
      insert into registry.membership (household, person, source_row)
      select i / 4, i, i from generate_series(4, 400003) i;
      insert into registry.fact (person, kind, code, source_row, source_kind)
      select i, 'hukou', 'agricultural', i, 'residence' from generate_series(4, 400003) i;
      insert into exchange.delivery (id, file_name, sha256, stored_as, state, received_at)
      values (1, 'm', 'm', 'm', 'done', now());
      insert into exchange.source_row (id, delivery, sheet, row, outcome, link, person, household)
      select i, 1, '', i, 'taken', 'link', i, i / 4 from generate_series(4, 400003) i;
      analyze registry.household; analyze registry.person; analyze registry.membership;
      analyze registry.fact; analyze exchange.source_row; analyze registry.name_key
      """;

  private static final int PERSONS = 400_000;
  private static final int AT_ONCE = 20_000;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired CitizenNumbers numbers;
  private int page;

  @Test
  void pages_with_and_without_policies_in_turn() throws Exception {
    jdbc.sql(DISTRICT).update();
    for (int first = 4; first < PERSONS + 4; first += AT_ONCE) {
      number(first);
    }
    jdbc.sql("analyze registry.person").update();
    explain(
        "select h.id from registry.household h where h.area like '650107200%' order by h.number");
    explain(
        """
        select h.*, p.name as head_name, t.name as town, v.name as village, s.suggested_category
        from unnest((select array_agg(i * 5) from generate_series(1, 100) i)) with ordinality as wanted (id, place)
        join registry.household h on h.id = wanted.id
        left join registry.person p on p.id = h.head
        left join registry.area t on t.code = left(h.area, 9)
        left join registry.area v on v.code = h.area and v.level = 'village'
        left join eligibility.current_screening s on s.household = h.id
        order by wanted.place""");
    for (String who : List.of("township", "district")) {
      Desk desk = new Desk(port).as(who);
      measure(who + " list", () -> desk.get("/api/v1/households?offset=" + page++ * 100));
      measure(who + " search name", () -> desk.get("/api/v1/households?q=" + name(page++)));
      measure(
          who + " search number",
          () -> desk.search("/api/v1/households", "%04d".formatted(page++)));
      measure(who + " household", () -> desk.get("/api/v1/households/" + 5 * (100 + page++)));
    }
  }

  /** Gives so many persons a sealed number each, which ends with their id. */
  private void number(int first) {
    Long[] persons = new Long[AT_ONCE];
    byte[][][] parts = new byte[4][AT_ONCE][];
    for (int i = 0; i < AT_ONCE; i++) {
      persons[i] = (long) first + i;
      byte[][] sealed =
          Objects.requireNonNull(
              numbers.sealed(
                  persons[i],
                  "650199%08d%04d".formatted(19500101 + persons[i] % 100, persons[i] % 10_000)));
      for (int part = 0; part < parts.length; part++) {
        parts[part][i] = sealed[part];
      }
    }
    jdbc.sql(
            """
            update registry.person p set citizen_number = array[n.sealed, n.whole, n.six, n.four]
            from unnest(:persons, :sealed, :whole, :six, :four)
              as n (person, sealed, whole, six, four)
            where p.id = n.person
            """)
        .param("persons", persons)
        .param("sealed", parts[0])
        .param("whole", parts[1])
        .param("six", parts[2])
        .param("four", parts[3])
        .update();
  }

  /** The plans of the slow ones, to look at. */
  private void explain(String sql) throws Exception {
    new RowReach(
            false,
            "650107200",
            List.of("register.read"),
            new RowReach.DeliveriesOf("", "", List.of()))
        .call(
            () -> {
              jdbc.sql("explain (analyze, costs) " + sql)
                  .query(String.class)
                  .list()
                  .forEach(line -> System.out.println("PLAN " + line));
              return "";
            });
  }

  private static String name(int i) {
    return java.net.URLEncoder.encode(
        "" + (char) (19968 + i % 500), java.nio.charset.StandardCharsets.UTF_8);
  }

  private void measure(String what, Callable<Desk.Answer> page) throws Exception {
    median(page);
    double[] times = new double[4];
    for (int round = 0; round < 4; round++) {
      security(round % 2 == 0 ? "enable" : "disable");
      times[round] = median(page);
    }
    security("enable");
    double with = (times[0] + times[2]) / 2;
    double without = (times[1] + times[3]) / 2;
    System.out.printf(
        Locale.ROOT,
        "MEASURED %-24s with %.2f %.2f without %.2f %.2f ms: %.2f%n",
        what,
        times[0],
        times[2],
        times[1],
        times[3],
        with / without);
  }

  private double median(Callable<Desk.Answer> page) throws Exception {
    long[] times = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long begin = System.nanoTime();
      if (page.call().status() != 200) {
        throw new AssertionError("no answer");
      }
      times[i] = System.nanoTime() - begin;
    }
    Arrays.sort(times);
    return times[TIMES / 2] / 1e6;
  }

  private void security(String how) {
    List.of(
            "registry.household",
            "registry.person",
            "registry.person_name",
            "registry.membership",
            "registry.fact",
            "exchange.delivery",
            "exchange.source_row",
            "eligibility.screening_result",
            "audit.entry")
        .forEach(
            table ->
                jdbc.sql("alter table %s %s row level security".formatted(table, how)).update());
  }
}
