package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.testing.Desk;

/** Values of the law as officers propose and decide them through the API on this port. */
public record ValueDesk(int port) {

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
  public long proposed(String parameter, String value, String from) {
    Desk.Answer answer = new Desk(port).as("district").post(PATH, body(parameter, value, from));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  /** Decided by a user who has its effects worked out first. */
  public Desk.Answer decided(String user, long id, boolean inForce) {
    return decided(user, id, inForce, inForce ? tried(id) : null);
  }

  /** Decided by a user who was shown that trial, null: none. */
  Desk.Answer decided(String user, long id, boolean inForce, @Nullable Long seen) {
    Map<String, Object> body = new HashMap<>();
    body.put("inForce", inForce);
    body.put("reason", inForce ? "" : "依据不符");
    body.put("whatIf", seen);
    return new Desk(port).as(user).post(PATH + "/" + id + "/decision", body);
  }

  /** The number of a trial that works out a value's effects now, null: refused. */
  @Nullable Long tried(long id) {
    Desk.Answer answer = new Desk(port).as("leader").post(PATH + "/" + id + "/effects", Map.of());
    return answer.status() == 200 ? answer.json().get("whatIf").asLong() : null;
  }
}
