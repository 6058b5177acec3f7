package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of api/openapi.json against every role, and every household and person against
 * who may not see them. An operation without an expectation here fails.
 */
@OnPostgres
class RouteMatrixTests {

  private static final List<String> ROLES =
      List.of(
          "village",
          "township",
          "deputy",
          "mayor",
          "checker",
          "district",
          "bureau",
          "leader",
          "system",
          "security",
          "audit");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  private Path nothing = Path.of("");
  private final Map<String, Set<String>> expected = new LinkedHashMap<>();
  private final Set<String> open = new TreeSet<>();

  @BeforeEach
  void expectations() throws IOException {
    nothing = Files.writeString(folder.resolve("nothing.csv"), "");
    ExpectedRoutes.OF_ROLES
        .lines()
        .forEach(
            line -> {
              String[] sides = line.split(": ", 2);
              boolean all = List.of("all", "everybody").contains(sides[1]);
              expected.put(sides[0], all ? Set.copyOf(ROLES) : Set.of(sides[1].split(" ")));
              if (sides[1].equals("everybody")) {
                open.add(sides[0]);
              }
            });
  }

  private static Set<String> operations() throws IOException {
    Set<String> operations = new TreeSet<>();
    JsonMapper.builder()
        .build()
        .readTree(Files.readString(Path.of("..", "api", "openapi.json")))
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> operations.add(method + " " + path.getKey())));
    operations.removeIf(one -> one.contains(" /api/v1/session") || one.endsWith(" /api/v1/about"));
    return operations;
  }

  private int status(Desk desk, String operation, String id) {
    String path = operation.substring(operation.indexOf(' ') + 1).replaceAll("\\{\\w+}", id);
    if (operation.equals("post /api/v1/deliveries") || operation.endsWith("/receipt")) {
      return desk.upload(path, nothing).status();
    }
    return switch (operation.substring(0, operation.indexOf(' '))) {
      case "get" -> desk.get(path).status();
      case "post" -> desk.post(path, Map.of("nobody asked", "for this")).status();
      case "put" -> desk.put(path, "text/plain", new byte[] {1}).status();
      default -> desk.delete(path).status();
    };
  }

  @Test
  void every_operation_has_an_expectation_and_none_is_expected_that_is_not_there()
      throws IOException {
    assertThat(expected.keySet()).containsExactlyInAnyOrderElementsOf(operations());
  }

  @Test
  void every_role_gets_where_it_may_and_nowhere_else() {
    Map<String, List<String>> wrong = new TreeMap<>();
    for (String role : ROLES) {
      Desk desk = new Desk(port).as(role);
      expected.forEach(
          (operation, roles) -> {
            int status = status(desk, operation, "999999");
            boolean refused = status == 403 || status == 401;
            if (refused == roles.contains(role) || status >= 500) {
              wrong.computeIfAbsent(role, none -> new ArrayList<>()).add(operation + " " + status);
            }
          });
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void without_a_session_nothing_opens_but_what_is_for_everybody() {
    Desk nobody = new Desk(port);
    nobody.get("/api/v1/session");
    assertThat(open)
        .allMatch(one -> one.contains(" /api/v1/public/") || one.startsWith("get /api/openfisca/"));
    for (String one : expected.keySet()) {
      int status = status(nobody, one, "1");
      if (open.contains(one)) {
        assertThat(status).as(one).isIn(200, 400, 404);
      } else {
        assertThat(status).as(one).isEqualTo(401);
      }
    }
  }

  @Test
  void what_lies_in_another_area_answers_like_what_is_not_there() {
    jdbc.sql(
            """
            insert into registry.household (id, number, area)
            values (901, 'h901', '650107200200'), (902, 'h902', '650107201200');
            insert into registry.person (id, name, founded_by)
            values (901, '甲', 'residence'), (902, '乙', 'residence');
            insert into registry.membership (household, person, source_row)
            values (901, 901, 1), (902, 902, 1)
            """)
        .update();
    for (String role : List.of("village", "township")) {
      Desk desk = new Desk(port).as(role);
      for (String path :
          List.of("/api/v1/households/%s", "/api/v1/households/%s/views", "/api/v1/persons/%s")) {
        var own = desk.get(path.formatted("901"));
        var foreign = desk.get(path.formatted("902"));
        var missing = desk.get(path.formatted("999999"));
        assertThat(own.status()).as(role + path).isEqualTo(200);
        assertThat(foreign.status()).as(role + path).isEqualTo(404);
        assertThat(foreign.json().get("detail")).isEqualTo(missing.json().get("detail"));
      }
    }
    assertThat(new Desk(port).as("district").get("/api/v1/persons/902").status()).isEqualTo(200);
  }

  @Test
  void illness_and_disability_are_told_to_roles_that_need_them() {
    jdbc.sql(
            """
            insert into registry.household (id, number, area) values (903, 'h903', '650107200200');
            insert into registry.person (id, name, founded_by) values (903, '丙', 'residence');
            insert into registry.membership (household, person, source_row) values (903, 903, 1);
            insert into registry.fact (person, kind, code, detail, source_row, source_kind)
            values (903, 'seriousIllness', null, '尿毒症', 1, 'serious'),
              (903, 'disability', 'physical:2', null, 1, 'disability'),
              (903, 'hukou', 'agricultural', null, 1, 'residence')
            """)
        .update();
    Map<String, List<String>> told = new TreeMap<>();
    for (String role : List.of("village", "township", "leader")) {
      var facts = new Desk(port).as(role).get("/api/v1/households/903").json().get("facts");
      List<String> kinds = new ArrayList<>();
      facts.forEach(fact -> kinds.add(fact.get("kind").asString()));
      kinds.sort(null);
      told.put(role, kinds);
    }
    assertThat(told)
        .containsEntry("township", List.of("disability", "hukou", "seriousIllness"))
        .containsEntry("village", List.of("disability", "hukou"))
        .containsEntry("leader", List.of("hukou"));
  }
}
