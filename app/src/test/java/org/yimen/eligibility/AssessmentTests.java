package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.policy.Law;
import org.yimen.policy.cases.Assessment;
import tools.jackson.databind.util.RawValue;

@OnPostgres
class AssessmentTests {

  private static final String PATH = "/api/v1/assessments";

  private static final String CASES =
      """
      {"cases": [
        {"name": "three", "date": "2025-08-01", "area": "650107",
         "parameters": {"dibao.standard.urban": 600},
         "household": {"residence": "urban", "members": [
           {"id": "a", "relation": "applicant", "birthDate": "1980-05-01",
            "income": [{"kind": "wage", "monthly": 1000}]},
           {"id": "b", "relation": "spouse", "birthDate": "1982-01-01"},
           {"id": "c", "relation": "son", "birthDate": "2012-01-01"}]},
         "expect": {"category": "dibao", "baseAllowanceMonthly": 801}},
        {"name": "one", "date": "2025-08-01",
         "household": {"residence": "rural", "members": [
           {"id": "a", "relation": "applicant", "birthDate": "1950-05-01", "income": "unknown"}]}}
      ]}
      """;

  @LocalServerPort int port;

  private Desk.Answer post(String user, String body) {
    return new Desk(port).as(user).post(PATH, new RawValue(body));
  }

  @Test
  void cases_are_answered_line_by_line_as_the_command_prints_them() {
    var answer = post("township", CASES);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    List<String> printed =
        Assessment.all(Law.load(List.of()), "x", CASES.getBytes(StandardCharsets.UTF_8)).stream()
            .map(Assessment::json)
            .toList();
    assertThat(answer.text().lines()).containsExactlyElementsOf(printed).hasSize(2);
    assertThat(answer.text())
        .contains("人均月收入333.33元，低于标准600元", "应为 801，实为 800", "\"missing\":[\"a.income\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1982-01-01   | 1982-02-30 | cases[0].household.members[1]：成员的“birthDate”
          "spouse"     | "wife"     | cases[0].household.members[1]：成员的“relation”不认识“wife”
          "rural"      | "desert"   | cases[1]：
          "name": "one", |          | cases[1]：案例缺少必填的“name”
          "cases"      | "case"     | 第1行：
          ]}           |            | 不是正确的 JSON
          """)
  void a_wrong_case_is_a_problem_that_names_its_place(String from, String to, String message) {
    var answer = post("district", CASES.replace(from, to == null ? "" : to));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("detail").asString()).contains(message);
  }

  @Test
  void a_body_beyond_the_bound_is_refused() {
    var answer = post("district", "{\"cases\": [\"" + "x".repeat(4 << 20) + "\"]}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("type").asString()).isEqualTo("/problems/too-large");
  }

  @Test
  void who_does_not_determine_may_not_ask() {
    assertThat(post("village", CASES).status()).isEqualTo(403);
    assertThat(post("audit", CASES).status()).isEqualTo(403);
    assertThat(new Desk(port).post(PATH, new RawValue(CASES)).status()).isIn(401, 403);
  }
}
