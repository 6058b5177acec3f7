package org.yimen.casework.field;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.field.Answers.Filling;
import org.yimen.casework.field.Answers.Source;
import org.yimen.casework.field.RegisteredFamilies.Fact;
import org.yimen.casework.field.RegisteredFamilies.Family;
import org.yimen.casework.field.RegisteredFamilies.Member;
import org.yimen.eligibility.evidence.Kinship;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.Relation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers the form from the register, as far as bureaus tell what it asks. */
final class FillForm {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Map<String, BiConsumer<Filling, Fact>> OF_HOUSEHOLD =
      Map.of(
          "formerlyPoor", (home, fact) -> home.yes("formerlyPoor", fact.source()),
          "nobodyAbleToWork", (home, fact) -> home.yes("nobodyAbleToWork", fact.source()),
          "housing.grade", (home, fact) -> home.put("housingGrade", fact.code(), fact.source()),
          "water.quality", FillForm::water,
          "risk", FillForm::risk);

  /** Kinds of facts that answer a question. */
  static final List<String> KINDS = kinds();

  private final LocalDate today;
  private final String applicant;
  private final Map<String, Source> sources = new TreeMap<>();

  /** For a family that applies by this name. */
  FillForm(String applicant, LocalDate today) {
    this.applicant = applicant;
    this.today = today;
  }

  private static List<String> kinds() {
    List<String> kinds = new ArrayList<>(OF_HOUSEHOLD.keySet());
    kinds.addAll(FillMember.KINDS);
    kinds.addAll(FillProperty.KINDS);
    return List.copyOf(kinds);
  }

  /** The answers, with what the application itself told. */
  Answers of(Filling told, Family family) {
    Source register = new Source("台账", null);
    told.put("residence", family.residence(), register);
    told.put("address", family.address(), register);
    for (Fact fact : family.facts()) {
      BiConsumer<Filling, Fact> answer = OF_HOUSEHOLD.get(fact.kind());
      if (answer != null) {
        answer.accept(told, fact);
      }
    }
    family.members().forEach(member -> FillProperty.of(told, member));
    List<JsonNode> members = members(family);
    told.tell("", sources);
    ObjectNode household = told.subject();
    household.set("members", JSON.valueToTree(members));
    return new Answers(Answers.Origin.REGISTER, household, household, sources);
  }

  /** The applicant first. */
  private List<JsonNode> members(Family family) {
    List<Member> ordered = new ArrayList<>(family.members());
    ordered.sort(java.util.Comparator.comparing(member -> !member.name().equals(applicant)));
    boolean headApplies =
        !ordered.isEmpty()
            && ordered.get(0).name().equals(applicant)
            && Long.valueOf(ordered.get(0).id()).equals(family.head());
    List<JsonNode> members = new ArrayList<>();
    for (Member member : ordered) {
      int place = members.size();
      Filling filled = new Filling();
      filled.put("relation", relation(member, place == 0, headApplies), member.source());
      FillMember.of(filled, member, today);
      filled.tell("members[%d].".formatted(place), sources);
      ObjectNode answers = JSON.createObjectNode();
      answers.put("id", "m" + (place + 1)).put("person", member.id());
      members.add(answers.setAll(filled.subject()));
    }
    return members;
  }

  /**
   * The register says what somebody is to the head: to another applicant they are something else.
   */
  private @Nullable String relation(Member member, boolean first, boolean headApplies) {
    if (first && member.name().equals(applicant)) {
      return Relation.APPLICANT.code();
    }
    Relation kin = Kinship.of(member.relation(), "female".equals(member.sex()));
    return headApplies && kin != Relation.OTHER && kin != Relation.APPLICANT ? kin.code() : null;
  }

  private static void water(Filling home, Fact fact) {
    home.put(
        "water",
        JSON.createObjectNode().put("qualitySafe", "pass".equals(fact.code())),
        fact.source());
  }

  private static void risk(Filling home, Fact fact) {
    String code = fact.code();
    if (code != null && Coded.find(Household.Risk.class, code) != null) {
      home.tick("risks", code, fact.source());
    }
  }

  static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2).stripTrailingZeros().setScale(fen % 100 == 0 ? 0 : 2);
  }

  static Map<String, Object> item(Object... fields) {
    Map<String, Object> item = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      item.put((String) fields[i], fields[i + 1]);
    }
    return item;
  }
}
