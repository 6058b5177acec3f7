package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/**
 * Five phones come back into the network at once, each with a day's visits, and send every one
 * twice and some thrice, the second time while the first is under way on another phone. {@code
 * -Dyimen.visits=300} for the measured number.
 */
@OnPostgres
class VisitQueueTests {

  private static final int VISITS = Integer.getInteger("yimen.visits", 60);
  private static final int PHONES = 5;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private record Queued(long application, Map<String, Object> visit) {}

  @Test
  void all_visits_are_kept_none_is_lost_and_none_doubled() throws Exception {
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    List<Queued> visits = queued(cases);
    long begun = System.nanoTime();
    List<Long> micros = sent(visits);
    long millis = (System.nanoTime() - begun) / 1_000_000;

    assertThat(count("select count(*) from casework.visit where not late")).isEqualTo(VISITS);
    assertThat(count("select count(distinct application) from casework.visit")).isEqualTo(VISITS);
    assertThat(count("select count(*) from casework.step where step = 'visit'")).isEqualTo(VISITS);
    for (Queued one : visits.subList(0, 10)) {
      assertThat(address(cases, one)).isEqualTo(household(one).get("address"));
    }
    Collections.sort(micros);
    System.out.printf(
        "%d visits on %d phones, %d sendings, in %d ms; median %.1f ms, p99 %.1f ms, at most %.1f ms%n",
        VISITS,
        PHONES,
        micros.size(),
        millis,
        micros.get(micros.size() / 2) / 1e3,
        micros.get(micros.size() * 99 / 100) / 1e3,
        micros.get(micros.size() - 1) / 1e3);
  }

  /** All phones begin together; how long each sending took, in microseconds. */
  private List<Long> sent(List<Queued> visits) throws InterruptedException, ExecutionException {
    ExecutorService phones = Executors.newFixedThreadPool(PHONES);
    CyclicBarrier together = new CyclicBarrier(PHONES);
    List<Future<List<Long>>> sending = new ArrayList<>();
    for (int phone = 0; phone < PHONES; phone++) {
      Desk desk = new Desk(port).as("village");
      List<Queued> own = queueOf(phone, visits);
      sending.add(
          phones.submit(
              (Callable<List<Long>>)
                  () -> {
                    together.await();
                    return send(desk, own);
                  }));
    }
    List<Long> micros = waited(sending);
    phones.shutdown();
    return micros;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> household(Queued one) {
    return (Map<String, Object>) one.visit().get("household");
  }

  private static String address(CaseDesk cases, Queued one) {
    return cases
        .file(one.application())
        .json()
        .get("records")
        .get("visits")
        .get(0)
        .get("household")
        .get("address")
        .asString();
  }

  private long count(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }

  /** Families that were accepted and taken along. */
  private List<Queued> queued(CaseDesk cases) {
    Desk village = cases.as("village");
    Desk township = cases.as("township");
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < VISITS; i++) {
      ids.add(village.post(CaseDesk.PATH, CaseDesk.application()).json().get("id").asLong());
      township.post(CaseDesk.PATH + "/" + ids.get(i) + "/acceptance", Map.of());
    }
    List<Queued> queued = new ArrayList<>();
    for (int from = 0; from < VISITS; from += 200) {
      List<Long> some = ids.subList(from, Math.min(VISITS, from + 200));
      village
          .post(FieldDesk.DOWNLOADS, Map.of("purpose", "入户调查", "applications", some))
          .json()
          .get("families")
          .forEach(
              family -> {
                Map<String, Object> household = CaseDesk.family(600);
                household.put("address", "苇子村 %d 号".formatted(queued.size()));
                Map<String, Object> visit = cases.visit(household);
                visit.put("download", family.get("download").asString());
                queued.add(new Queued(family.get("application").asLong(), visit));
              });
    }
    return queued;
  }

  /** A phone's own visits twice, and a third of its neighbour's: a shared phone's queue. */
  private static List<Queued> queueOf(int phone, List<Queued> visits) {
    List<Queued> own = new ArrayList<>();
    for (int i = 0; i < visits.size(); i++) {
      if (i % PHONES == phone) {
        own.add(visits.get(i));
        own.add(visits.get(i));
      } else if (i % PHONES == (phone + 1) % PHONES && i % 3 == 0) {
        own.add(visits.get(i));
      }
    }
    Collections.shuffle(own, new Random(phone));
    return own;
  }

  private static List<Long> send(Desk desk, List<Queued> queue) {
    List<Long> micros = new ArrayList<>();
    for (Queued one : queue) {
      long begun = System.nanoTime();
      Desk.Answer answer =
          desk.post(CaseDesk.PATH + "/" + one.application() + "/visits", one.visit());
      micros.add((System.nanoTime() - begun) / 1_000);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().get("conflicts")).isEmpty();
    }
    return micros;
  }

  private static List<Long> waited(List<Future<List<Long>>> sending)
      throws InterruptedException, ExecutionException {
    List<Long> all = new ArrayList<>();
    for (Future<List<Long>> one : sending) {
      all.addAll(one.get());
    }
    return all;
  }
}
