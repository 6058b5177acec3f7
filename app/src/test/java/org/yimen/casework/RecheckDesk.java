package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.platform.testing.Desk;
import tools.jackson.databind.JsonNode;

/** Recognised families and their re-checks, through the API. */
final class RecheckDesk {

  static final String PATH = "/api/v1/rechecks";

  private final CaseDesk cases;
  private final CloseNotices closeNotices;

  RecheckDesk(CaseDesk cases, CloseNotices closeNotices) {
    this.cases = cases;
    this.closeNotices = closeNotices;
  }

  /** The standing of a family that was just recognised; applied for as the changes say. */
  long recognised(Map<String, Object> household, Object... changes) {
    long id = cases.accepted(changes);
    cases.published(id, household);
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    if (cases.file(id).json().get("districtVisitNeeded").asBoolean()) {
      Map<String, Object> visit = cases.visit(household);
      visit.put("kind", "district");
      cases.did("checker", id, "visits", visit);
    }
    cases.did("district", id, "confirmation", Map.of());
    for (JsonNode line : list("all").get("items")) {
      if (card(line.get("id").asLong()).get("standing").get("application").asLong() == id) {
        return line.get("id").asLong();
      }
    }
    throw new AssertionError("not among the standings: " + id);
  }

  JsonNode list(String due) {
    return cases.as("township").get("/api/v1/standings?due=" + due).json();
  }

  JsonNode card(long standing) {
    Desk.Answer answer = cases.as("township").get("/api/v1/standings/" + standing);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  static Map<String, Object> cause(String cause, Object... more) {
    Map<String, Object> body = new HashMap<>();
    body.put("cause", cause);
    body.put("because", "村里了解到的情况");
    for (int i = 0; i < more.length; i += 2) {
      body.put((String) more[i], more[i + 1]);
    }
    return body;
  }

  Desk.Answer tried(long standing, Map<String, Object> body) {
    return cases.as("village").post("/api/v1/standings/" + standing + "/rechecks", body);
  }

  long opened(long standing, Map<String, Object> body) {
    Desk.Answer answer = tried(standing, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  Desk.Answer step(String user, long id, String step, Object body) {
    return cases.as(user).post(PATH + "/" + id + "/" + step, body);
  }

  Desk.Answer did(String user, long id, String step, Object body) {
    Desk.Answer answer = step(user, id, step, body);
    assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
    return answer;
  }

  /** Checked and visited with these answers, as in any case. */
  void investigated(long id, Map<String, Object> household) {
    cases.did("township", id, "check", Map.of());
    cases.did("checker", id, "check/report", Map.of("passes", true));
    cases.did("village", id, "visits", cases.visit(household));
  }

  JsonNode proposed(long id, Map<String, Object> asked) {
    return did("township", id, "proposal", asked).json();
  }

  JsonNode decided(long id) {
    did("deputy", id, "review", Map.of());
    return did("district", id, "decision", Map.of()).json();
  }

  void served(long id) {
    did("village", id, "service", Map.of("servedOn", cases.today().toString()));
  }

  JsonNode view(long id) {
    return cases.as("township").get(PATH + "/" + id).json();
  }

  JsonNode paper(long id) {
    return cases.as("township").get(PATH + "/" + id + "/paper").json();
  }

  /** The key of the family's member of this name. */
  String person(long standing, String name) {
    for (JsonNode one : card(standing).get("people")) {
      if (one.get("name").asString().equals(name)) {
        return one.get("person").asString();
      }
    }
    throw new AssertionError("nobody is called " + name);
  }
}
