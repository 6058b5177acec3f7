package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.yimen.platform.testing.Desk;
import tools.jackson.databind.JsonNode;

/** Bulk jobs as somebody begins and watches them through the API. */
final class BulkDesk {

  static final String PATH = "/api/v1/bulk-jobs";
  private static final int PATIENCE = 600;

  private final Desk desk;

  BulkDesk(Desk desk) {
    this.desk = desk;
  }

  Desk.Answer tried(String kind, List<String> parameters, List<Long> ids) {
    return desk.post(PATH, Map.of("kind", kind, "parameters", parameters, "ids", ids));
  }

  JsonNode foretold(String kind, List<String> parameters, Map<String, Object> filter) {
    Desk.Answer answer =
        desk.post(
            PATH + "/check", Map.of("kind", kind, "parameters", parameters, "filter", filter));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  long begun(String kind, List<String> parameters, List<Long> ids) {
    Desk.Answer answer = tried(kind, parameters, ids);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  JsonNode over(long job) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      JsonNode found = get(job, "").json();
      if (!found.get("finishedAt").isNull()) {
        return found;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("job " + job + " does not end");
  }

  Desk.Answer get(long job, String what) {
    return desk.get(PATH + "/" + job + what);
  }
}
