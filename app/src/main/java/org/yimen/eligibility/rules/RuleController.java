package org.yimen.eligibility.rules;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.law.RuleText;
import org.yimen.policy.parameters.Parameter;

/** The rules as people read them. */
@RestController
@RequestMapping("/api/v1/rules")
@Requires(Permission.RULES_READ)
class RuleController {

  private final LawInForce inForce;
  private final WorkedCases cases;
  private final CountFindings findings;
  private final Access access;

  RuleController(LawInForce inForce, WorkedCases cases, CountFindings findings, Access access) {
    this.inForce = inForce;
    this.cases = cases;
    this.findings = findings;
    this.access = access;
  }

  /**
   * A rule in short.
   *
   * @param kind measure, condition, category or watch
   * @param scope what it is about: household, member, income…
   * @param file where it stands, which groups rules by matter
   * @param households how it turned out for the households of the last screening, null where it is
   *     no condition, category or kind of watch
   */
  record RuleLine(
      String id,
      String name,
      String kind,
      String scope,
      String basis,
      String file,
      CountFindings.@Nullable Count households) {}

  /** One of the texts of a version. */
  record RuleTest(
      String expression,
      @Nullable String unit,
      @Nullable String met,
      @Nullable String notMet,
      @Nullable String unknown) {}

  /** What held from a day on; the first held before as well. */
  record RuleVersion(@Nullable LocalDate from, String basis, boolean all, List<RuleTest> tests) {}

  /** A name that a rule uses or that uses it. */
  record Named(String id, String name) {}

  /**
   * A rule in full.
   *
   * @param parameters that it rests on, through other rules too
   */
  record Rule(
      RuleLine rule,
      int line,
      List<RuleVersion> versions,
      List<Named> parameters,
      List<Named> uses,
      List<Named> usedBy,
      List<WorkedCases.Tested> cases) {}

  @GetMapping
  @Operation(summary = "Lists measures and conditions in the order of the rule files")
  List<RuleLine> all() {
    Map<String, CountFindings.Count> counts = findings.all(access.areaPrefix());
    return inForce.law().rules().stream()
        .map(RuleText::id)
        .distinct()
        .map(id -> line(versions(id), counts))
        .toList();
  }

  private List<RuleText> versions(String id) {
    return inForce.law().rules().stream().filter(text -> text.id().equals(id)).toList();
  }

  private static RuleLine line(List<RuleText> versions, Map<String, CountFindings.Count> counts) {
    RuleText last = versions.get(versions.size() - 1);
    return new RuleLine(
        last.id(),
        last.name(),
        last.kind(),
        last.scope().code(),
        last.basis(),
        last.file().name(),
        counts.get(last.id()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "A rule with its versions, its article, what it uses and what tests it")
  Rule one(@PathVariable String id) {
    List<RuleText> versions = versions(id);
    if (versions.isEmpty()) {
      throw ProblemType.NOT_FOUND.because("没有“%s”这条规则。".formatted(id));
    }
    RuleText last = versions.get(versions.size() - 1);
    List<String> names = versions.stream().flatMap(RuleText::names).distinct().toList();
    return new Rule(
        line(versions, findings.all(access.areaPrefix())),
        last.file().line(),
        versions.stream().map(RuleController::version).toList(),
        parameters(reached(id)),
        others(last, text -> names.contains(text.name()) || names.contains(text.id())),
        others(last, text -> text.names().anyMatch(n -> n.equals(last.name()) || n.equals(id))),
        cases.of(id));
  }

  private static RuleVersion version(RuleText text) {
    return new RuleVersion(
        text.from(),
        text.basis(),
        text.all(),
        text.tests().stream()
            .map(t -> new RuleTest(t.expression(), t.unit(), t.met(), t.notMet(), t.unknown()))
            .toList());
  }

  /** Names that the rule uses, and those that the rules it uses use in turn. */
  private Set<String> reached(String id) {
    Map<String, List<RuleText>> byName =
        inForce.law().rules().stream().collect(Collectors.groupingBy(RuleText::name));
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    versions(id).stream().flatMap(RuleText::names).forEach(open::add);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (reached.add(name)) {
        byName.getOrDefault(name, List.of()).stream().flatMap(RuleText::names).forEach(open::add);
      }
    }
    return reached;
  }

  private List<Named> parameters(Set<String> names) {
    Stream<Parameter> all = inForce.law().parameters().all().stream();
    return all.filter(parameter -> names.contains(parameter.name()))
        .map(parameter -> new Named(parameter.id(), parameter.name()))
        .toList();
  }

  private List<Named> others(RuleText self, java.util.function.Predicate<RuleText> which) {
    return inForce.law().rules().stream()
        .filter(text -> !text.id().equals(self.id()) && which.test(text))
        .map(text -> new Named(text.id(), text.name()))
        .distinct()
        .toList();
  }
}
