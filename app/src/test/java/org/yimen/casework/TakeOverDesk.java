package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yimen.platform.testing.Desk;
import tools.jackson.databind.JsonNode;

/** Taking over from rolls, through the API. */
record TakeOverDesk(CaseDesk cases, RecheckDesk rechecks) {

  static final String PATH = "/api/v1/take-over";

  JsonNode look() {
    return cases.as("deputy").get(PATH).json();
  }

  void taken() {
    Desk.Answer answer = cases.as("deputy").post(PATH, Map.of());
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  long standingOf(String applicant) {
    for (JsonNode line : rechecks.list("all").get("items")) {
      if (line.get("applicant").asString().equals(applicant)) {
        return line.get("id").asLong();
      }
    }
    throw new AssertionError("not among the standings: " + applicant);
  }

  JsonNode cardOf(String applicant) {
    return rechecks.card(standingOf(applicant));
  }

  /** Why families can't be taken over as they are. */
  List<String> held() {
    return StreamSupport.stream(look().get("held").spliterator(), false)
        .map(one -> one.get("why").asString())
        .toList();
  }
}
