package org.yimen.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.demo.DemoFamily.Stage;
import org.yimen.platform.DemoClock;
import tools.jackson.databind.JsonNode;

/**
 * Brings invented families through casework on days of the last months, so that the pages of a new
 * demo have something to show: the demo's own people do it, by the same requests as everybody, and
 * nothing is written past them.
 */
@Component
@Profile("demo")
class DemoCases {

  private static final Logger LOG = LoggerFactory.getLogger(DemoCases.class);
  private static final int NOTICE = 8;

  private final Environment settings;
  private final JdbcClient jdbc;
  private final CloseNotices notices;
  private final Clock clock;

  DemoCases(Environment settings, JdbcClient jdbc, CloseNotices notices, Clock clock) {
    this.settings = settings;
    this.jdbc = jdbc;
    this.notices = notices;
    this.clock = clock;
  }

  /** Everybody who has a part in a case. */
  private record People(
      DemoDesk village, DemoDesk township, DemoDesk checker, DemoDesk deputy, DemoDesk district) {}

  /** Does nothing where there is a case already; a demo without them is a demo all the same. */
  void bring() {
    if (!(clock instanceof DemoClock time) || hasCases()) {
      return;
    }
    try {
      People people = people();
      for (Map.Entry<Integer, List<DemoFamily>> day : byDay().descendingMap().entrySet()) {
        time.daysAgo(day.getKey());
        List<Long> onNotice = apply(people, day.getValue());
        if (!onNotice.isEmpty()) {
          time.daysAgo(day.getKey() - NOTICE);
          notices.closeOver();
          decide(people, onNotice);
        }
      }
    } catch (IOException e) {
      LOG.error("the demo's cases", e);
      System.err.println("示范的办理案件没有装全，不影响使用；详情见日志。");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      time.daysAgo(0);
    }
  }

  private boolean hasCases() {
    return jdbc.sql("select exists (select from casework.application)")
        .query(Boolean.class)
        .single();
  }

  private People people() throws IOException, InterruptedException {
    String address = settings.getProperty("server.address", "127.0.0.1");
    String reached = address.equals("0.0.0.0") ? "127.0.0.1" : address;
    URI program =
        URI.create("http://%s:%s".formatted(reached, settings.getProperty("local.server.port")));
    return new People(
        DemoDesk.of(program, "village"),
        DemoDesk.of(program, "township"),
        DemoDesk.of(program, "checker"),
        DemoDesk.of(program, "deputy"),
        DemoDesk.of(program, "district"));
  }

  private static TreeMap<Integer, List<DemoFamily>> byDay() {
    return DemoFamily.ALL.stream()
        .collect(Collectors.groupingBy(DemoFamily::daysAgo, TreeMap::new, Collectors.toList()));
  }

  /** Families that applied on one day; returns those that are decided when their notices end. */
  private List<Long> apply(People people, List<DemoFamily> families)
      throws IOException, InterruptedException {
    List<Long> toDecide = new ArrayList<>();
    for (DemoFamily family : families) {
      long id = register(people, family);
      if (family.stage().reaches(Stage.ACCEPTED)) {
        people.township().post(at(id, "acceptance"), Map.of());
      }
      if (family.stage().reaches(Stage.INVESTIGATED)) {
        investigate(people, family, id);
      }
      if (family.stage().reaches(Stage.ON_NOTICE)) {
        people.township().post(at(id, "proposal"), Map.of());
        people.township().post(at(id, "notice"), Map.of());
      }
      if (family.stage() == Stage.OBJECTED) {
        people
            .village()
            .post(at(id, "objections"), Map.of("raisedOn", today(), "text", "他家在县城有铺面"));
      }
      if (family.stage() == Stage.CONFIRMED) {
        toDecide.add(id);
      }
    }
    return toDecide;
  }

  private long register(People people, DemoFamily family) throws IOException, InterruptedException {
    JsonNode village = people.village().get("/api/v1/session");
    return people
        .village()
        .post(
            "/api/v1/applications",
            Map.of(
                "applicant", family.applicant(),
                "area", village.get("areaCode").asString(),
                "appliedFor", "dibao",
                "consent", true,
                "handedIn", "applicant",
                "phone", "13900000000",
                "request", "丈夫外出打工失去联系，孩子上学"))
        .get("id")
        .asLong();
  }

  private void investigate(People people, DemoFamily family, long id)
      throws IOException, InterruptedException {
    people
        .village()
        .post(
            at(id, "authorisations"),
            Map.of(
                "signed",
                List.of(
                    Map.of("name", family.applicant(), "kind", "member", "signedOn", today()))));
    people.township().post(at(id, "check"), Map.of());
    people.checker().post(at(id, "check/start"), Map.of());
    people.checker().post(at(id, "check/report"), Map.of("passes", true));
    int version = people.village().get("/api/v1/forms/visit").get("version").asInt();
    people
        .village()
        .post(
            at(id, "visits"),
            Map.of(
                "id", UUID.randomUUID(),
                "kind", "township",
                "visitedAt", clock.instant().toString(),
                "investigators", List.of("示范甲", "示范乙"),
                "signedBy", family.applicant(),
                "formVersion", version,
                "household", family.household()));
  }

  private void decide(People people, Iterable<Long> ids) throws IOException, InterruptedException {
    people.district().confirm();
    for (long id : ids) {
      people.deputy().post(at(id, "review"), Map.of());
      people.district().post(at(id, "confirmation"), Map.of());
      people.village().post(at(id, "service"), Map.of("servedOn", today()));
    }
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }

  private static String at(long id, String deed) {
    return "/api/v1/applications/%d/%s".formatted(id, deed);
  }
}
