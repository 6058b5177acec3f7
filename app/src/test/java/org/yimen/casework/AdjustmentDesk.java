package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.eligibility.ValueDesk;
import org.yimen.platform.testing.Desk;
import tools.jackson.databind.JsonNode;

/** New standards, put in force and carried out through the API. */
record AdjustmentDesk(CaseDesk cases, ValueDesk values) {

  static final String PATH = "/api/v1/adjustments/";

  /** As if nobody had ever put a value in force. */
  static void noValues(JdbcClient jdbc) {
    List<String> kept = List.of("parameter_value", "parameter_value_decision");
    for (String table : kept) {
      jdbc.sql("alter table eligibility.%s disable trigger user".formatted(table)).update();
    }
    jdbc.sql("truncate eligibility.parameter_value cascade").update();
    for (String table : kept) {
      jdbc.sql("alter table eligibility.%s enable trigger user".formatted(table)).update();
    }
  }

  /** Put in force by two people. */
  void inForce(String parameter, String value, String from) {
    Desk.Answer answer = values.decided("leader", values.proposed(parameter, value, from), true);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  JsonNode look(String month) {
    Desk.Answer answer = cases.as("district").get(PATH + month);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  Desk.Answer tried(String user, String month) {
    return cases.as(user).post(PATH + month, Map.of());
  }

  void carriedOut(String month) {
    Desk.Answer answer = tried("district", month);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  List<String> held(String month) {
    return StreamSupport.stream(look(month).get("held").spliterator(), false)
        .map(one -> one.get("why").asString())
        .toList();
  }
}
