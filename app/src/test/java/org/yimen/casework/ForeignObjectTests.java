package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yimen.identity.ExpectedRoutes;
import org.yimen.platform.testing.ApiOperations;
import org.yimen.platform.testing.ApiOperations.Operation;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/**
 * Every operation of api/openapi.json that names an object, for every role that doesn't reach the
 * whole district: what belongs to others answers exactly like what is not there, and most requests
 * of the same kind for one's own get further. An operation about which nothing is said here fails.
 */
@OnPostgres
class ForeignObjectTests extends CaseworkDay {

  private static final String ELSEWHERE = "650107201";
  private static final List<String> ROLES =
      List.of("village", "township", "deputy", "mayor", "bureau");

  /** Whose objects nobody of these roles may ask for at all, or everybody may. */
  private static final List<String> OF_NO_AREA =
      List.of(
          "/api/openfisca/", // the law's
          "/api/v1/rules/",
          "/api/v1/parameters/",
          "/api/v1/parameter-values/",
          "/api/v1/public/", // everybody's
          "/api/v1/accounts/", // the security administrator's
          "/api/v1/audit/",
          "/api/v1/outward/", // the whole district's
          "/api/v1/what-ifs/",
          "/api/v1/adjustments/", // a month's; its list is cut to the area: AdjustmentTests
          "/api/v1/minor-requests/",
          "/api/v1/phones/", // one's own: PhoneKeyTests, OwnSessionsTests, PasskeyTests
          "/api/v1/own-sessions/",
          "/api/v1/own-passkeys/");

  /** By the beginning of a path: one's own, another's. */
  private final Map<String, String[]> objects = new TreeMap<>();

  private final Map<String, String> told = new TreeMap<>();
  private final Map<String, String> failed = new TreeMap<>();
  private int reached;
  private UUID photo = new UUID(0, 0);

  private void twoOfEach() {
    RecheckDesk rechecks = new RecheckDesk(cases, closeNotices);
    long[] standing = new long[2];
    long[] recheck = new long[2];
    for (int i = 0; i < 2; i++) {
      standing[i] = rechecks.recognised(CaseDesk.family(600));
      recheck[i] = rechecks.opened(standing[i], RecheckDesk.cause("reported"));
    }
    long[] application = {cases.accepted(), cases.accepted()};
    photo = UUID.randomUUID();
    photos(application);
    moveAway(standing[1], application[1], recheck[1]);
    families();
    are("/api/v1/applications/{id}", application[0], application[1]);
    are("/api/v1/rechecks/{id}", recheck[0], recheck[1]);
    are("/api/v1/standings/{id}", standing[0], standing[1]);
    are("/api/v1/households/{id}", 911, 912);
    are("/api/v1/persons/{id}", 911, 912);
    are("/api/v1/doubtful-pairs/{id}", 911, 912);
    are("/api/v1/deliveries/{id}", 911, 912);
    are("/api/v1/bulk-jobs/{id}", 911, 912);
  }

  private void photos(long... application) {
    for (long one : application) {
      UUID id = one == application[0] ? UUID.randomUUID() : photo;
      Desk.Answer kept =
          cases.as("village").put(FieldDesk.attachment(one, id), "image/jpeg", FieldDesk.jpeg("a"));
      assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    }
  }

  private void moveAway(long standing, long application, long recheck) {
    jdbc.sql("update casework.standing set area = :area where id = :id")
        .param("area", ELSEWHERE)
        .param("id", standing)
        .update();
    jdbc.sql("update casework.application set area = :area where id in (:a, :b)")
        .param("area", ELSEWHERE)
        .param("a", application)
        .param("b", recheck)
        .update();
  }

  private void families() {
    jdbc.sql(
            """
            insert into registry.household (id, number, area)
            values (911, 'h911', '650107200200'), (912, 'h912', '650107201');
            insert into registry.person (id, name, founded_by)
            values (911, '甲', 'residence'), (912, '乙', 'residence');
            insert into registry.membership (household, person, source_row)
            values (911, 911, 1), (912, 912, 1);
            insert into exchange.delivery
              (id, file_name, sha256, stored_as, received_at, received_by, bureau, state, format)
            values (911, '甲.csv', 'a', 'a', now(), 'bureau', null, 'done', 'disability'),
              (912, '乙.csv', 'b', 'b', now(), 'district', null, 'done', 'residence');
            insert into casework.bulk_job (id, kind, who, position, area, begun_at, finished_at)
            overriding system value
            values (911, 'print', 'village', 'weizi-worker', '650107200200', now(), now()),
              (912, 'print', 'district', 'civil-affairs-officer', '', now(), now());
            insert into exchange.doubtful_pair (source_row, why, area)
            values (911, '', '650107200200'), (912, '', '650107201')
            """)
        .update();
  }

  private void are(String path, long own, long foreign) {
    objects.put(path, new String[] {Long.toString(own), Long.toString(foreign)});
  }

  private record Asked(String role, Operation operation, String[] ids) {}

  /** All that has to be tried; what nothing is said about ends the test. */
  private List<Asked> asked() {
    Map<String, List<String>> roles = new HashMap<>();
    ExpectedRoutes.OF_ROLES
        .lines()
        .forEach(line -> roles.put(line.split(": ")[0], List.of(line.split(": ")[1].split(" "))));
    List<Asked> asked = new ArrayList<>();
    for (Operation one : ApiOperations.read(cases.today()).all()) {
      if (!one.path().contains("{") || OF_NO_AREA.stream().anyMatch(one.path()::startsWith)) {
        continue;
      }
      String[] ids =
          objects.entrySet().stream()
              .filter(known -> one.path().startsWith(known.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow(() -> new AssertionError("whose objects? " + one));
      List<String> may = roles.get(one.toString());
      ROLES.stream()
          .filter(
              role ->
                  may.contains(role)
                      && !(ids == objects.get("/api/v1/bulk-jobs/{id}") && !role.equals("village")))
          .forEach(role -> asked.add(new Asked(role, one, ids)));
    }
    return asked;
  }

  private Desk.Answer send(Desk desk, Operation one, String id) {
    String path =
        one.path()
            .replaceFirst("\\{\\w+}", id)
            .replace("{attachment}", photo.toString())
            .replace("{kind}", "receipt")
            .replaceAll("\\{\\w+}", "1");
    return switch (one.method()) {
      case "get" -> desk.get(path);
      case "put" -> desk.put(path, "image/jpeg", FieldDesk.jpeg("b"));
      case "delete" -> desk.delete(path);
      default -> desk.post(path, body(one));
    };
  }

  private Object body(Operation one) {
    if (one.path().endsWith("/visits")) {
      return cases.visit(CaseDesk.family(600));
    }
    if (one.path().endsWith("/conflicts/{conflict}/settlement")) {
      return Map.of("take", "ours", "because", "看过存折");
    }
    return one.body() == null ? Map.of() : one.body();
  }

  @Test
  void what_belongs_to_others_answers_like_what_is_not_there() {
    twoOfEach();
    Map<String, Desk> desks = new HashMap<>();
    ROLES.forEach(role -> desks.put(role, cases.as(role)));
    whatHangsOnAnothersIsNotReachedThroughOnesOwn();
    List<Asked> asked = asked();
    for (Asked one : asked) {
      Desk desk = desks.get(one.role());
      foreign(desk, one);
      // a pair's page needs whole rows of files: SettlingTests
      if (!one.operation().path().startsWith("/api/v1/doubtful-pairs/")) {
        own(desk, one);
      }
    }
    assertThat(told).isEmpty();
    assertThat(failed).isEmpty();
    assertThat(reached)
        .isGreaterThan(asked.size() / 2); // others have no screening, no printed file
  }

  private void foreign(Desk desk, Asked one) {
    Desk.Answer foreign = send(desk, one.operation(), one.ids()[1]);
    Desk.Answer missing = send(desk, one.operation(), "999999");
    String said = foreign.status() + " " + foreign.said().replace("/" + one.ids()[1], "/#");
    if (!said.equals(missing.status() + " " + missing.said().replace("/999999", "/#"))
        || foreign.status() != 404) {
      told.put(one.role() + " " + one.operation(), said + " / " + missing.status());
    }
  }

  private void own(Desk desk, Asked one) {
    Desk.Answer own = send(desk, one.operation(), one.ids()[0]);
    reached += own.status() == 404 ? 0 : 1;
    if (own.status() == 401 || own.status() >= 500) {
      failed.put(one.role() + " " + one.operation(), own.status() + " " + own.text());
    }
  }

  /** A child is checked through its own row, not through the parent in the address. */
  private void whatHangsOnAnothersIsNotReachedThroughOnesOwn() {
    String own = CaseDesk.PATH + "/" + objects.get("/api/v1/applications/{id}")[0];
    Desk village = cases.as("village");
    assertThat(village.get(own + "/attachments/" + photo).status()).isEqualTo(404);
    assertThat(village.get(own + "/attachments").text()).doesNotContain(photo.toString());
  }
}
