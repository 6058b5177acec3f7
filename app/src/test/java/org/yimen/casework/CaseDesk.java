package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.TestClock;

/** Applications as the people of a district deal with them through the API. */
public final class CaseDesk {

  public static final String PATH = "/api/v1/applications";
  static final String VILLAGE = "650107200200";

  private final int port;
  private final TestClock clock;

  public CaseDesk(int port, TestClock clock) {
    this.port = port;
    this.clock = clock;
  }

  Desk as(String user) {
    return new Desk(port).as(user);
  }

  /** The step taken by the user, and accepted. */
  public Desk.Answer did(String user, long id, String step, Object body) {
    Desk.Answer answer = tried(user, id, step, body);
    assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
    return answer;
  }

  Desk.Answer tried(String user, long id, String step, Object body) {
    return as(user).post(PATH + "/" + id + "/" + step, body);
  }

  static Map<String, Object> application(Object... changes) {
    Map<String, Object> body = new HashMap<>();
    body.put("area", VILLAGE);
    body.put("applicant", "阿依古丽·买买提");
    body.put("handedIn", "applicant");
    body.put("consent", true);
    for (int i = 0; i < changes.length; i += 2) {
      body.put((String) changes[i], changes[i + 1]);
    }
    return body;
  }

  long registered(Object... changes) {
    Desk.Answer answer = as("village").post(PATH, application(changes));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  public long accepted(Object... changes) {
    long id = registered(changes);
    did("township", id, "acceptance", Map.of());
    return id;
  }

  /** A mother with a child, who earns so much a month. */
  public static Map<String, Object> family(int wage) {
    Map<String, Object> mother = new HashMap<>();
    mother.put("id", "a");
    mother.put("name", "阿依古丽·买买提");
    mother.put("relation", "applicant");
    mother.put("birthDate", "1988-05-01");
    mother.put("sex", "female");
    mother.put("income", List.of(Map.of("kind", "wage", "monthly", wage)));
    Map<String, Object> child = new HashMap<>();
    child.put("id", "b");
    child.put("name", "努尔江·艾合买提");
    child.put("relation", "son");
    child.put("birthDate", "2015-09-01");
    child.put("student", "compulsory");
    Map<String, Object> household = new HashMap<>();
    household.put("residence", "rural");
    household.put("address", "苇子村 12 号");
    household.put("members", new ArrayList<>(List.of(mother, child)));
    return household;
  }

  /** An old man alone, without anybody who owes him support. */
  static Map<String, Object> alone() {
    Map<String, Object> man = new HashMap<>();
    man.put("id", "a");
    man.put("name", "阿依古丽·买买提");
    man.put("relation", "applicant");
    man.put("birthDate", "1950-01-01");
    Map<String, Object> household = new HashMap<>();
    household.put("residence", "rural");
    household.put("address", "苇子村 3 号");
    household.put("members", List.of(man));
    return household;
  }

  Map<String, Object> visit(Map<String, Object> household) {
    Map<String, Object> visit = new HashMap<>();
    visit.put("id", UUID.randomUUID().toString());
    visit.put("kind", "township");
    visit.put("visitedAt", OffsetDateTime.ofInstant(now(), ZoneOffset.UTC).toString());
    visit.put("place", "苇子村");
    visit.put("investigators", List.of("示范甲", "示范乙"));
    visit.put("signedBy", "阿依古丽·买买提");
    visit.put("formVersion", 1);
    visit.put("household", household);
    return visit;
  }

  private Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  void authorised(long id) {
    did(
        "village",
        id,
        "authorisations",
        Map.of(
            "signed",
            List.of(Map.of("name", "阿依古丽·买买提", "kind", "member", "signedOn", today().toString()))));
  }

  /** Authorised, checked without findings, and visited. */
  void investigated(long id, Map<String, Object> household) {
    authorised(id);
    did("township", id, "check", Map.of());
    did("checker", id, "check/start", Map.of());
    did("checker", id, "check/report", Map.of("passes", true));
    did("village", id, "visits", visit(household));
  }

  /** Investigated, proposed and hung in the village. */
  public void published(long id, Map<String, Object> household) {
    investigated(id, household);
    did("township", id, "proposal", Map.of());
    did("township", id, "notice", Map.of());
  }

  Desk.Answer file(long id) {
    return as("township").get(PATH + "/" + id);
  }

  String state(long id) {
    return file(id).json().get("state").asString();
  }

  /** No applications, and the villages of one town. */
  public void villages(JdbcClient jdbc) {
    jdbc.sql("truncate casework.application, casework.bulk_job cascade").update();
    jdbc.sql(
            """
            insert into registry.area (code, name, level, parent)
            values ('650107', '达坂城区', 'county', null), ('650107200', '东沟乡', 'town', '650107'),
              ('650107200200', '苇子村', 'village', '650107200'),
              ('650107201', '西沟乡', 'town', '650107')
            on conflict do nothing
            """)
        .update();
  }

  public void noticesAreOver(CloseNotices close) {
    clock.set(today().plusDays(8));
    close.closeOver();
  }

  /** The limits of an application by their names, with their last days. */
  Map<String, String> limits(long id) {
    Map<String, String> limits = new TreeMap<>();
    file(id)
        .json()
        .get("limits")
        .forEach(one -> limits.put(one.get("name").asString(), one.get("due").asString()));
    return limits;
  }

  /** The first member of a household's answers. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> first(Map<String, Object> household) {
    return ((List<Map<String, Object>>) household.get("members")).get(0);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> second(Map<String, Object> household) {
    return ((List<Map<String, Object>>) household.get("members")).get(1);
  }
}
