package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.yimen.platform.testing.Desk;

/** Values of the law as officers propose and decide them through the API on this port. */
record ValueDesk(int port) {

  static final String PATH = "/api/v1/parameter-values";

  static Map<String, Object> body(String parameter, String value, String from) {
    Map<String, Object> body = new HashMap<>();
    body.put("parameter", parameter);
    body.put("value", value);
    body.put("from", from);
    body.put("area", "650107");
    body.put("document", "达民发〔2025〕8号");
    body.put("article", "第一条");
    return body;
  }

  /** Proposed by the district's officer; its number. */
  long proposed(String parameter, String value, String from) {
    Desk.Answer answer = new Desk(port).as("district").post(PATH, body(parameter, value, from));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  Desk.Answer decided(String user, long id, boolean inForce) {
    Map<String, Object> body = Map.of("inForce", inForce, "reason", inForce ? "" : "依据不符");
    return new Desk(port).as(user).post(PATH + "/" + id + "/decision", body);
  }
}
