package org.yimen.eligibility.openfisca;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.OpenRoute;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Law;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.TimeLimit;
import org.yimen.policy.parameters.Value;

/**
 * The law as legislation explorers of OpenFisca read it. Open to everybody, from pages of other
 * sites too: the values in force and their documents are published by law (社会救助暂行办法 第十条).
 */
@RestController
@RequestMapping("/api/openfisca")
@OpenRoute(OpenRoute.To.EVERYBODY)
@CrossOrigin
class OpenFiscaController {

  private static final String HERE = "/api/openfisca/";
  private static final String ALWAYS = "0001-01-01";

  private final LawInForce inForce;
  private final Variables variables;

  OpenFiscaController(LawInForce inForce, Variables variables) {
    this.inForce = inForce;
    this.variables = variables;
  }

  /** What a list says of a thing, and where to read it in full. */
  @Schema(name = "OpenFiscaLine")
  record Line(String description, String href) {}

  /**
   * @param values of the nation by first day
   * @param areas the values of areas by division code and first day
   * @param references document and article of every value
   */
  @Schema(name = "OpenFiscaParameter")
  record Dated(
      String id,
      String description,
      Map<String, String> metadata,
      Map<String, Object> values,
      Map<String, Map<String, Object>> areas,
      List<String> references) {}

  @GetMapping("/entities")
  @Operation(summary = "Persons and the households they live in")
  Map<String, Object> entities() {
    Map<String, Object> members = Map.of("plural", "members", "description", "共同生活的人");
    return Map.of(
        "person",
        Map.of("plural", "persons", "description", "一个人"),
        "household",
        Map.of("plural", "households", "description", "一户", "roles", Map.of("member", members)));
  }

  @GetMapping("/variables")
  @Operation(summary = "Facts that may be stated and what the rules work out of them")
  Map<String, Line> variables() {
    Map<String, Line> all = new LinkedHashMap<>();
    variables
        .all()
        .forEach((id, v) -> all.put(id, new Line(v.description(), HERE + "variable/" + id)));
    return all;
  }

  @GetMapping("/variable/{id}")
  @Operation(summary = "A variable with its formulas by first day, their document and article")
  Variables.Variable variable(@PathVariable String id) {
    Variables.Variable found = variables.all().get(id);
    if (found == null) {
      throw ProblemType.NOT_FOUND.because("没有变量“" + id + "”，请在变量清单中查找。");
    }
    return found;
  }

  @GetMapping("/parameters")
  @Operation(summary = "Figures and choices that documents set")
  Map<String, Line> parameters() {
    Map<String, Line> all = new LinkedHashMap<>();
    for (Parameter parameter : inForce.law().parameters().all()) {
      all.put(parameter.id(), new Line(parameter.name(), HERE + "parameter/" + parameter.id()));
    }
    return all;
  }

  @GetMapping("/parameter/{id}")
  @Operation(summary = "A parameter with its values by first day")
  Dated parameter(@PathVariable String id) {
    Law law = inForce.law();
    Parameter parameter = law.parameters().find(id);
    if (parameter == null) {
      throw ProblemType.NOT_FOUND.because("没有参数“" + id + "”，请在参数清单中查找。");
    }
    Map<String, Object> nation = new LinkedHashMap<>();
    Map<String, Map<String, Object>> areas = new LinkedHashMap<>();
    for (Value value : law.parameters().history(parameter)) {
      Map<String, Object> values =
          value.area().isEmpty()
              ? nation
              : areas.computeIfAbsent(value.area(), none -> new LinkedHashMap<>());
      values.put(value.from() == null ? ALWAYS : value.from().toString(), plain(value.raw()));
    }
    return new Dated(
        parameter.id(),
        parameter.name(),
        Map.of("unit", parameter.unit()),
        nation,
        areas,
        law.parameters().history(parameter).stream().map(Value::basis).distinct().toList());
  }

  /** A value as JSON has it. */
  static Object plain(Object raw) {
    if (raw instanceof TimeLimit limit) {
      return limit.amount() + limit.unit().title();
    }
    return raw instanceof LocalDate day ? day.toString() : raw;
  }

  @GetMapping("/spec")
  @Operation(summary = "These paths as an OpenAPI description")
  Map<String, Object> spec() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (String path :
        List.of(
            "/entities",
            "/variables",
            "/variable/{id}",
            "/parameters",
            "/parameter/{id}",
            "/spec")) {
      paths.put(
          path, Map.of("get", Map.of("responses", Map.of("200", Map.of("description", "OK")))));
    }
    for (String path : List.of("/calculate", "/trace")) {
      paths.put(
          path, Map.of("post", Map.of("responses", Map.of("200", Map.of("description", "OK")))));
    }
    return Map.of(
        "openapi",
        "3.1.0",
        "info",
        Map.of("title", "Yimen", "version", Long.toHexString(inForce.law().hash())),
        "servers",
        List.of(Map.of("url", "/api/openfisca")),
        "paths",
        paths);
  }
}
