package org.yimen.eligibility.openfisca;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/** The law in the shape of the OpenFisca Web API says what the law says. */
@OnPostgres
class OpenFiscaTests {

  private static final Law LAW = Law.load(List.of());

  private static final String SITUATION =
      """
      {"persons": {
        "a": {"relation": {"ETERNITY": "applicant"}, "birthDate": {"ETERNITY": "1980-05-01"},
          "income_wage": {"2025-08": %s}, "expense_medical": {"2025-08": %s},
          "tekun": {"2025-08": null}, "income.ownMonthly": {"2025-08": null}},
        "b": {"relation": {"ETERNITY": "spouse"}, "birthDate": {"ETERNITY": "1982-01-01"}}},
       "households": {"h": {"members": ["a", "b"], "residence": {"ETERNITY": "urban"},
          "area": {"ETERNITY": "650107"}, "cars": {"2025-08": %s},
          "property_deposit": {"2025-08": 100},
          "dibao": {"2025-08": null}, "dibaoMargin": {"2025-08": null},
          "rigidExpense": {"2025-08": null}, "income.perCapitaMonthly": {"2025-08": null},
          "payment.base": {"2025-08": null}}}}
      """;

  private static final String CASE =
      """
      {"cases": [{"name": "the same", "date": "2025-08-01", "area": "650107",
        "household": {"residence": "urban",
          "property": [{"kind": "deposit", "value": 100}%4$s],
          "members": [
            {"id": "a", "relation": "applicant", "birthDate": "1980-05-01",
             "income": [{"kind": "wage", "monthly": %1$s}],
             "expenses": [{"kind": "medical", "amount": %2$s, "date": "2025-08-01"}]},
            {"id": "b", "relation": "spouse", "birthDate": "1982-01-01"}]}}]}
      """;

  @LocalServerPort int port;

  private JsonNode get(String path) {
    Desk.Answer answer = new Desk(port).as("district").get("/api/openfisca/" + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private Desk.Answer post(String path, String body) {
    return new Desk(port).as("district").post("/api/openfisca/" + path, new RawValue(body));
  }

  private static Determination determined(String wage, String medical, int cars) {
    String car = cars == 0 ? "" : ", {\"kind\": \"vehicle\", \"type\": \"car\"}";
    byte[] file = CASE.formatted(wage, medical, cars, car).getBytes(StandardCharsets.UTF_8);
    PolicyCase one = CaseFile.read(LAW, "case", file).get(0);
    return LAW.determine(one.household(), one.date(), one.area());
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 0",
    "1599.99, 0, 0",
    "1600, 0, 0",
    "2400, 14400, 0",
    "2400, 14399.99, 0",
    "1000, 0, 1",
    "9000, 0, 0"
  })
  void calculate_says_what_the_law_determines(String wage, String medical, int cars) {
    Desk.Answer answer = post("calculate", SITUATION.formatted(wage, medical, cars));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    JsonNode household = answer.json().get("households").get("h");
    Determination determined = determined(wage, medical, cars);
    for (Category category :
        List.of(Category.DIBAO, Category.DIBAO_MARGIN, Category.RIGID_EXPENSE)) {
      assertThat(household.get(category.code()).get("2025-08").asBoolean())
          .as(category.code())
          .isEqualTo(determined.categories().get(category) == Finding.MET);
    }
    BigDecimal perHead = household.get("income.perCapitaMonthly").get("2025-08").decimalValue();
    assertThat(perHead.setScale(2, RoundingMode.HALF_UP))
        .isEqualByComparingTo(determined.figures().perCapitaIncomeMonthly().value());
    JsonNode person = answer.json().get("persons").get("a");
    assertThat(person.get("tekun").get("2025-08").asBoolean()).isFalse();
    assertThat(person.get("income.ownMonthly").get("2025-08").decimalValue())
        .isEqualByComparingTo(wage);
  }

  @Test
  void a_trace_names_the_rules_and_the_values_that_a_category_rests_on() {
    JsonNode traced = post("trace", SITUATION.formatted("1000", "0", "0")).json();
    assertThat(traced.get("requestedCalculations").toString()).contains("dibao<2025-08>");
    JsonNode income = traced.get("trace").get("dibao.income<2025-08>");
    assertThat(income.get("value").toString()).isEqualTo("[true]");
    assertThat(income.get("dependencies").toString())
        .contains("income.perCapitaMonthly<2025-08>", "dibao.standard<2025-08>");
    JsonNode standard = traced.get("trace").get("dibao.standard<2025-08>");
    assertThat(standard.get("parameters").get("dibao.standard.urban<2025-08>").asInt())
        .isEqualTo(800);
    assertThat(traced.get("trace").get("member.counted<2025-08>").get("value").toString())
        .isEqualTo("[true,true]");
  }

  @Test
  void every_listed_variable_and_parameter_can_be_read_with_its_source() {
    JsonNode variables = get("variables");
    assertThat(variables.size()).isGreaterThan(100);
    for (String id : variables.propertyNames()) {
      assertThat(variables.get(id).get("href").asString()).endsWith("/variable/" + id);
    }
    JsonNode condition = get("variable/dibao.income");
    assertThat(condition.get("entity").asString()).isEqualTo("household");
    assertThat(condition.get("valueType").asString()).isEqualTo("Boolean");
    assertThat(condition.get("definitionPeriod").asString()).isEqualTo("MONTH");
    JsonNode formula = condition.get("formulas").get("0001-01-01");
    assertThat(formula.get("content").asString()).isEqualTo("人均月收入 < 低保标准");
    assertThat(formula.get("source").asString()).contains("社会救助暂行办法 第九条", "dibao.yaml#L");
    assertThat(get("variable/income.ownMonthly").get("valueType").asString()).isEqualTo("Float");
    assertThat(get("parameters").has("dibao.standard.urban")).isTrue();
    JsonNode parameter = get("parameter/dibao.supplement.illOrDisabled");
    assertThat(parameter.get("values").get("0001-01-01").asInt()).isEqualTo(58);
    assertThat(parameter.get("areas").get("65").get("2022-01-01").asInt()).isEqualTo(58);
    assertThat(get("entities").get("household").get("plural").asString()).isEqualTo("households");
    assertThat(get("spec").get("paths").has("/calculate")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "income_wage, income_nothing, 400",
    "'\"dibao\": {\"2025-08\": null}', '\"dibao\": {\"2025\": null}', 400",
    "'\"dibao\"', '\"nothing\"', 400",
    "'\"urban\"', '\"desert\"', 400",
    "'[\"a\", \"b\"]', '[]', 400",
    "'\"persons\"', '\"people\"', 400"
  })
  void a_wrong_situation_is_a_problem(String from, String to, int status) {
    String body = SITUATION.formatted("1000", "0", "0").replace(from, to);
    assertThat(post("calculate", body).status()).isEqualTo(status);
  }

  @Test
  void everybody_reads_the_law_and_nobody_reads_what_is_not_there() {
    Desk nobody = new Desk(port);
    Desk.Answer read =
        nobody.with("Origin", "https://explorer.example").get("/api/openfisca/variables");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(nobody.get("/api/openfisca/variable/nothing").status()).isEqualTo(404);
    assertThat(nobody.get("/api/openfisca/parameter/nothing").status()).isEqualTo(404);
  }

  @Test
  void only_who_is_signed_in_has_something_reckoned() {
    Desk nobody = new Desk(port);
    nobody.get("/api/v1/session");
    RawValue situation = new RawValue(SITUATION.formatted("1000", "0", "0"));
    assertThat(nobody.post("/api/openfisca/calculate", situation).status()).isEqualTo(401);
    assertThat(nobody.post("/api/openfisca/trace", situation).status()).isEqualTo(401);
  }
}
