package org.yimen.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The line of JSON says everything the determination says, and any reader of JSON takes it. */
class AssessmentJsonTests {
  private static final Law LAW = Law.load(List.of());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static List<PolicyCase> cases(String file) throws IOException {
    Path path = Path.of("..", "rules", "cases", file);
    return CaseFile.read(LAW, file, Files.readAllBytes(path));
  }

  private static JsonNode json(PolicyCase one) {
    String line = Assessment.of(LAW, one).json();
    assertThat(line).doesNotContain("\n");
    return JSON.readTree(line);
  }

  private static Determination determine(PolicyCase one) {
    return LAW.determine(one.household(), one.date(), one.area(), one.replaced());
  }

  /** What a component of a record is in JSON: numbers where exact, codes, days as text. */
  private static String plain(@Nullable Object value) {
    if (value instanceof Figure figure) {
      return plain(figure.value());
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Finding finding
        ? finding.code()
        : String.valueOf(value).replace(" ", "");
  }

  private static String plain(JsonNode node) {
    if (node.isNumber()) {
      return plain(node.decimalValue());
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(plain(item)));
      return plain(items);
    }
    return (node.isNull() ? "null" : node.asString()).replace(" ", "");
  }

  private static void says(JsonNode said, Record record, Set<String> unsaid) throws Exception {
    Map<String, String> wanted = new TreeMap<>();
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      if (!unsaid.contains(part.getName())) {
        wanted.put(part.getName(), plain(part.getAccessor().invoke(record)));
      }
    }
    Map<String, String> found = new TreeMap<>();
    wanted.keySet().forEach(key -> found.put(key, plain(said.get(key))));
    assertThat(found).isEqualTo(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dibao.yaml", "single.yaml", "tekun.yaml", "unknown.yaml", "watch.yaml"})
  void every_worked_case(String file) throws Exception {
    for (PolicyCase one : cases(file)) {
      Determination determined = determine(one);
      JsonNode said = json(one);
      says(said, one, Set.of("line", "replaced", "household", "expect"));
      household(said.get("household"), determined);
      persons(said.get("persons"), determined.persons());
      assertThat(said.get("conditions").size()).isEqualTo(determined.conditions().size());
      for (int i = 0; i < said.get("conditions").size(); i++) {
        Determination.Condition condition = determined.conditions().get(i);
        says(said.get("conditions").get(i), condition, Set.of("title", "missing"));
      }
      assertThat(said.get("parametersUsed").size()).isEqualTo(determined.parametersUsed().size());
      for (int i = 0; i < said.get("parametersUsed").size(); i++) {
        Determination.UsedParameter used = determined.parametersUsed().get(i);
        says(said.get("parametersUsed").get(i), used, Set.of("title", "value"));
      }
      assertThat(said.get("expectFailed").isEmpty()).isTrue();
    }
  }

  private static void household(JsonNode said, Determination determined) throws Exception {
    says(said, determined.figures(), Set.of());
    assertThat(plain(said.get("countedMembers"))).isEqualTo(plain(determined.countedMembers()));
    assertThat(plain(said.get("missing"))).isEqualTo(plain(determined.missing()));
    assertThat(plain(said.get("category"))).isEqualTo(determined.category().code());
    for (Map.Entry<Category, Finding> category : determined.categories().entrySet()) {
      assertThat(plain(said.get("categories").get(category.getKey().code())))
          .isEqualTo(category.getValue().code());
    }
    JsonNode watch = said.get("returnToPovertyWatch");
    assertThat(plain(watch.get("result"))).isEqualTo(determined.watch().result().code());
    assertThat(plain(watch.get("kind")))
        .isEqualTo(determined.watch().kind() == null ? "null" : determined.watch().kind().code());
  }

  private static void persons(JsonNode said, List<Determination.Person> persons) throws Exception {
    assertThat(said.propertyNames())
        .containsExactlyElementsOf(persons.stream().map(Determination.Person::id).toList());
    for (Determination.Person person : persons) {
      JsonNode one = said.get(person.id());
      says(one, person, Set.of("id", "counted"));
      String counted =
          switch (person.counted()) {
            case MET -> "true";
            case NOT_MET -> "false";
            case UNKNOWN -> "null";
          };
      assertThat(plain(one.get("counted"))).isEqualTo(counted);
    }
  }

  @Test
  void signs_that_json_or_a_line_does_not_bear_are_escaped() {
    String hard = "\" \\ \n \u0000 \u001f \u007f \u0085 \u2028 \u2029 \u0020 中 ~";
    String line = Json.write(Map.of("k\"", List.of(hard)));
    assertThat(line)
        .isEqualTo(
            "{\"k\\\"\":[\"\\\" \\\\ \\u000a \\u0000 \\u001f \\u007f \\u0085 \\u2028 \\u2029   中"
                + " ~\"]}");
    assertThat(JSON.readTree(line).get("k\"").get(0).asString()).isEqualTo(hard);
  }

  @Test
  void empty_lists_and_maps_numbers_without_exponents_and_truths() {
    assertThat(Json.write(List.of())).isEqualTo("[]");
    assertThat(Json.write(Map.of())).isEqualTo("{}");
    assertThat(Json.write(null)).isEqualTo("null");
    assertThat(Json.write(true)).isEqualTo("true");
    assertThat(Json.write(List.of(new BigDecimal("0.00"), new BigDecimal("1e3"), 7)))
        .isEqualTo("[0,1000,\"7\"]");
    assertThat(Json.write(new BigDecimal("-1.50"))).isEqualTo("-1.5");
    assertThat(Json.write(List.of("a", List.of("b", "c")))).isEqualTo("[\"a\",[\"b\",\"c\"]]");
  }
}
