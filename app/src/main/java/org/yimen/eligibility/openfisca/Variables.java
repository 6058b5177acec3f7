package org.yimen.eligibility.openfisca;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Law;
import org.yimen.policy.law.RuleText;
import org.yimen.policy.rule.Scope;

/** Facts, measures, conditions and categories as OpenFisca's variables. */
@Component
class Variables {

  private static final String ALWAYS = "0001-01-01";

  private final LawInForce inForce;
  private volatile @Nullable Made made;

  Variables(LawInForce inForce) {
    this.inForce = inForce;
  }

  private record Made(Law law, Map<String, Variable> all) {}

  /**
   * A version of a formula.
   *
   * @param source document and article, then file and line
   * @param content the expression
   */
  @Schema(name = "OpenFiscaFormula")
  record Formula(String source, String content) {}

  /**
   * @param definitionPeriod MONTH, or ETERNITY for a birth date
   * @param defaultValue of a fact not stated: false, 0 or null
   * @param formulas by first day; empty for a fact
   */
  @Schema(name = "OpenFiscaVariable")
  record Variable(
      String id,
      String description,
      String valueType,
      String entity,
      String definitionPeriod,
      @Nullable Object defaultValue,
      List<String> references,
      Map<String, Formula> formulas) {}

  /** By id, facts first. */
  Map<String, Variable> all() {
    Law law = inForce.law();
    Made known = made;
    if (known == null || known.law != law) {
      known = new Made(law, read(law));
      made = known;
    }
    return known.all;
  }

  private static Map<String, Variable> read(Law law) {
    Map<String, Variable> made = new LinkedHashMap<>();
    Inputs.PERSON.forEach((id, input) -> made.put(id, fact(id, "person", input)));
    Inputs.HOUSEHOLD.forEach((id, input) -> made.put(id, fact(id, "household", input)));
    Map<String, List<RuleText>> versions = new LinkedHashMap<>();
    for (RuleText text : law.rules()) {
      if (text.scope() == Scope.HOUSEHOLD || text.scope() == Scope.MEMBER) {
        versions.computeIfAbsent(text.id(), none -> new ArrayList<>()).add(text);
      }
    }
    versions.forEach((id, texts) -> made.put(id, rule(law, id, texts)));
    return made;
  }

  private static Variable fact(String id, String entity, Inputs.Input input) {
    String type = input.valueType();
    Object none = type.equals("Boolean") ? Boolean.FALSE : type.equals("Float") ? 0 : null;
    String period = type.equals("Date") ? "ETERNITY" : "MONTH";
    return new Variable(id, input.description(), type, entity, period, none, List.of(), Map.of());
  }

  private static Variable rule(Law law, String id, List<RuleText> texts) {
    RuleText last = texts.get(texts.size() - 1);
    Map<String, Formula> formulas = new LinkedHashMap<>();
    for (RuleText text : texts) {
      LocalDate from = text.from();
      formulas.put(
          from == null ? ALWAYS : from.toString(),
          new Formula(
              text.basis() + "，" + text.file().name() + "#L" + text.file().line(),
              String.join(
                  text.all() ? " 且 " : " 或 ",
                  text.tests().stream().map(RuleText.Test::expression).toList())));
    }
    return new Variable(
        id,
        last.name(),
        law.isNumber(id) ? "Float" : "Boolean",
        last.scope() == Scope.MEMBER ? "person" : "household",
        "MONTH",
        null,
        texts.stream().map(RuleText::basis).distinct().toList(),
        formulas);
  }

  /** Whether rules say it, rather than somebody. */
  boolean isComputed(String entity, String id) {
    Variable variable = all().get(id);
    return variable != null && variable.entity().equals(entity) && !variable.formulas().isEmpty();
  }
}
