package org.yimen.eligibility.openfisca;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.eligibility.openfisca.AskedSituation.Asked;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.policy.Law;
import org.yimen.policy.cases.CaseFile;
import org.yimen.policy.cases.PolicyCase;
import org.yimen.policy.evaluation.Computed;
import org.yimen.policy.law.RuleText;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Works out what a situation asks; the register is neither read nor written. */
@RestController
@RequestMapping("/api/openfisca")
@Requires(Permission.ASSESS)
class CalculateController {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LawInForce inForce;
  private final Variables variables;

  CalculateController(LawInForce inForce, Variables variables) {
    this.inForce = inForce;
    this.variables = variables;
  }

  @PostMapping("/calculate")
  @Operation(
      summary = "Fills in the values that are null in an OpenFisca situation",
      description = "Periods are months; what the facts don't say stays null")
  Map<String, Object> calculate(@RequestBody Map<String, Object> body) {
    AskedSituation situation = new AskedSituation(body);
    Run run = new Run(situation);
    situation.asked().forEach(asked -> situation.answer(asked, run.value(asked)));
    return body;
  }

  @PostMapping("/trace")
  @Operation(summary = "What the values asked for rest on: rules, parameters and their values")
  Map<String, Object> trace(@RequestBody Map<String, Object> body) {
    AskedSituation situation = new AskedSituation(body);
    Run run = new Run(situation);
    Map<String, Object> trace = new LinkedHashMap<>();
    List<String> requested = new ArrayList<>();
    for (Asked asked : situation.asked()) {
      requested.add(name(asked.variable(), asked.period()));
      explain(run, asked, trace);
    }
    return Map.of(
        "trace",
        trace,
        "entitiesDescription",
        Map.of("persons", situation.personIds(), "households", situation.householdIds()),
        "requestedCalculations",
        requested.stream().distinct().toList());
  }

  private static String name(String id, String period) {
    return id + "<" + period + ">";
  }

  /** Follows a rule to all that it uses. */
  private void explain(Run run, Asked asked, Map<String, Object> trace) {
    Deque<String> open = new ArrayDeque<>(List.of(asked.variable()));
    while (!open.isEmpty()) {
      String id = open.pop();
      if (trace.containsKey(name(id, asked.period()))) {
        continue;
      }
      List<String> names =
          run.law.rules().stream()
              .filter(text -> text.id().equals(id))
              .flatMap(RuleText::names)
              .toList();
      List<String> uses =
          variables.all().values().stream()
              .filter(v -> names.contains(v.description()) && !v.formulas().isEmpty())
              .map(Variables.Variable::id)
              .toList();
      Map<String, Object> node = new LinkedHashMap<>();
      node.put("dependencies", uses.stream().map(use -> name(use, asked.period())).toList());
      node.put("parameters", run.parameters(asked, names));
      node.put("value", run.values(id, asked.period()));
      trace.put(name(id, asked.period()), node);
      uses.forEach(open::push);
    }
  }

  /** One situation being worked out. */
  private final class Run {
    private final AskedSituation situation;
    private final Law law = inForce.law();
    private final Map<String, Determined> done = new HashMap<>();

    private record Determined(PolicyCase one, Computed computed) {}

    Run(AskedSituation situation) {
      this.situation = situation;
    }

    private @Nullable Object value(Asked asked) {
      if (!variables.isComputed(asked.entity(), asked.variable())) {
        throw AskedSituation.bad("没有可以计算的变量“" + asked.variable() + "”，见 /api/openfisca/variables。");
      }
      Computed computed = of(situation.householdOf(asked), asked.period()).computed;
      return asked.entity().equals("person")
          ? computed.ofMember(asked.variable(), asked.id())
          : computed.ofHousehold(asked.variable());
    }

    /** The variable's value for every person or household, as OpenFisca lists them. */
    List<@Nullable Object> values(String id, String period) {
      String entity = variables.isComputed("person", id) ? "person" : "household";
      List<String> ids = entity.equals("person") ? situation.personIds() : situation.householdIds();
      List<@Nullable Object> values = new ArrayList<>();
      for (String each : ids) {
        values.add(value(new Asked(entity, each, id, period)));
      }
      return values;
    }

    Map<String, Object> parameters(Asked asked, List<String> names) {
      PolicyCase one = of(situation.householdOf(asked), asked.period()).one;
      @Nullable Value[] values = law.parameters().on(one.date(), one.area());
      Map<String, Object> used = new LinkedHashMap<>();
      for (Parameter parameter : law.parameters().all()) {
        Value value = values[parameter.index()];
        if (names.contains(parameter.name()) && value != null) {
          used.put(name(parameter.id(), asked.period()), OpenFiscaController.plain(value.raw()));
        }
      }
      return used;
    }

    private Determined of(String household, String period) {
      return done.computeIfAbsent(household + "<" + period, none -> determined(household, period));
    }

    private Determined determined(String household, String period) {
      byte[] file =
          JSON.writeValueAsString(situation.asCase(household, period))
              .getBytes(StandardCharsets.UTF_8);
      try {
        PolicyCase one = CaseFile.read(law, household, file).get(0);
        LocalDate date = one.date();
        return new Determined(one, law.compute(one.household(), date, one.area()));
      } catch (BadFile e) {
        throw AskedSituation.bad(
            e.problems().stream().map(Problem::withPlace).collect(Collectors.joining("\n")));
      }
    }
  }
}
