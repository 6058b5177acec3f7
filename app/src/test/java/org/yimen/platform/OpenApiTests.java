package org.yimen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API is what {@code api/openapi.json} says. */
@OnPostgres
class OpenApiTests {

  private static final Path COMMITTED = Path.of("..", "api", "openapi.json");
  private static final Path MADE = Path.of("target", "openapi.json");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @LocalServerPort int port;
  private JsonNode api;

  @BeforeEach
  void fetch() {
    api = new Desk(port).as("district").get("/api/v1/openapi.json").json();
    ((ObjectNode) api).remove("servers");
  }

  @Test
  void the_committed_description_is_up_to_date() throws IOException {
    String made =
        JSON.writeValueAsString(JSON.treeToValue(api, Object.class)).replace("\r", "") + "\n";
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, made);
    if (Boolean.getBoolean("yimen.openapi.update")) {
      Files.createDirectories(COMMITTED.getParent());
      Files.writeString(COMMITTED, made);
    }
    assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED).replace("\r", "") : "")
        .as(
            """
            The API differs from api/openapi.json (see app/target/openapi.json). If that is meant:
              mvn -pl app -am test -Dtest=OpenApiTests -Dsurefire.failIfNoSpecifiedTests=false \
            -Dyimen.openapi.update=true
              (cd web && npm run api)""")
        .isEqualTo(made);
  }

  @Test
  void what_a_record_always_has_is_required_and_may_be_null_only_where_it_says_so() {
    JsonNode row = api.at("/components/schemas/HouseholdRow");
    assertThat(row.get("required")).hasSize(row.get("properties").size());
    assertThat(row.at("/properties/number/type").asString()).isEqualTo("string");
    assertThat(row.at("/properties/reason/type").toString()).contains("null");
    assertThat(api.at("/components/schemas/Fact/properties/source").toString()).contains("null");
  }

  @Test
  void every_operation_says_in_a_sentence_what_it_does() {
    for (JsonNode path : api.get("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.path("summary").asString("")).as(operation.toString()).isNotBlank();
      }
    }
  }
}
