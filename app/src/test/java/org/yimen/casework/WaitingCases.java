package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.TestClock;

/**
 * Many applications that wait for the district's confirmation. Each goes through every step by the
 * API, with a check, a visit and a notice of its own; nothing is copied in the database.
 */
public final class WaitingCases {

  private static final int PEOPLE = 4;

  private final int port;
  private final TestClock clock;
  private final CloseNotices notices;

  public WaitingCases(int port, TestClock clock, CloseNotices notices) {
    this.port = port;
    this.clock = clock;
    this.notices = notices;
  }

  /** Makes so many, published nine days before this day and reviewed the day before it. */
  public List<Long> make(int many, LocalDate today) throws InterruptedException {
    clock.set(today.minusDays(9));
    List<Long> ids = together(many, Walk::published);
    CaseDesk cases = new CaseDesk(port, clock);
    cases.noticesAreOver(notices);
    List<Long> left = new ArrayList<>(ids);
    together(
        many,
        walk -> {
          long id;
          synchronized (left) {
            id = left.remove(left.size() - 1);
          }
          walk.did(walk.deputy, id, "review", Map.of());
          return id;
        });
    return ids;
  }

  private interface Deed {
    long one(Walk walk);
  }

  private List<Long> together(int many, Deed deed) throws InterruptedException {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    List<Future<List<Long>>> shares = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      int share = many / PEOPLE + (person < many % PEOPLE ? 1 : 0);
      shares.add(people.submit((Callable<List<Long>>) () -> some(share, deed)));
    }
    List<Long> all = new ArrayList<>();
    try {
      for (Future<List<Long>> share : shares) {
        all.addAll(share.get());
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      people.shutdownNow();
    }
    return all;
  }

  private List<Long> some(int many, Deed deed) {
    Walk walk = new Walk();
    List<Long> done = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      done.add(deed.one(walk));
    }
    return done;
  }

  /** The desks through which an application goes, each signed in once. */
  private final class Walk {

    private final CaseDesk cases = new CaseDesk(port, clock);
    private final Desk village = cases.as("village");
    private final Desk township = cases.as("township");
    private final Desk checker = cases.as("checker");
    private final Desk deputy = cases.as("deputy");

    long published() {
      Desk.Answer receipt = village.post(CaseDesk.PATH, CaseDesk.application());
      assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
      long id = receipt.json().get("id").asLong();
      did(township, id, "acceptance", Map.of());
      Map<String, Object> signed =
          Map.of("name", "阿依古丽·买买提", "kind", "member", "signedOn", cases.today().toString());
      did(village, id, "authorisations", Map.of("signed", List.of(signed)));
      did(township, id, "check", Map.of());
      did(checker, id, "check/start", Map.of());
      did(checker, id, "check/report", Map.of("passes", true));
      did(village, id, "visits", cases.visit(CaseDesk.family(600)));
      did(township, id, "proposal", Map.of());
      did(township, id, "notice", Map.of());
      return id;
    }

    void did(Desk desk, long id, String step, Object body) {
      Desk.Answer answer = desk.post(CaseDesk.PATH + "/" + id + "/" + step, body);
      assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
    }
  }
}
