package org.yimen.casework.field;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseClocks;
import org.yimen.casework.Withheld;
import org.yimen.casework.investigation.Visits;
import org.yimen.casework.merge.Marks;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the form begins with: the last visit's answers, else what the register knows, else the
 * applicant's name. Nobody types what is known.
 */
@Component
class Prefill {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NUMBER = "citizenNumber";

  private final Visits visits;
  private final RegisteredFamilies registered;
  private final Withheld withheld;
  private final CaseClocks clocks;
  private final Access access;

  Prefill(
      Visits visits,
      RegisteredFamilies registered,
      Withheld withheld,
      CaseClocks clocks,
      Access access) {
    this.visits = visits;
    this.registered = registered;
    this.withheld = withheld;
    this.clocks = clocks;
    this.access = access;
  }

  /** The answers of each case, by its id; read at once for all. */
  Map<Long, Answers> of(List<CaseHeads.Head> heads) {
    LocalDate today = clocks.today();
    Map<Long, Visits.Visit> visited =
        visits.standing(heads.stream().map(CaseHeads.Head::id).toList());
    Map<Long, RegisteredFamilies.Family> families =
        registered.of(
            heads.stream()
                .filter(head -> !visited.containsKey(head.id()))
                .map(CaseHeads.Head::household)
                .filter(Objects::nonNull)
                .toList(),
            today);
    Map<Long, Answers> known = new HashMap<>();
    for (CaseHeads.Head head : heads) {
      Visits.Visit visit = visited.get(head.id());
      known.put(
          head.id(), visit == null ? registered(head, families.get(head.household())) : of(visit));
    }
    Map<Long, Boolean> minors = withheld.minors(persons(known), today);
    known.replaceAll((id, answers) -> shown(id, answers, minors));
    return known;
  }

  private static Answers of(Visits.Visit visit) {
    ObjectNode household = Marks.given(visit.standing());
    Answers.Source source =
        new Answers.Source(
            "入户调查（%s）".formatted(String.join("、", visit.investigators())),
            visit.visitedAt().toLocalDate());
    Map<String, Answers.Source> sources = new TreeMap<>();
    for (String question : household.propertyNames()) {
      sources.put(question, source);
    }
    sources.remove("members");
    int place = 0;
    for (JsonNode member : household.path("members")) {
      for (String question : member.propertyNames()) {
        sources.put("members[%d].%s".formatted(place, question), source);
      }
      place++;
    }
    return new Answers(Answers.Origin.VISIT, household, household, sources);
  }

  private Answers registered(CaseHeads.Head head, RegisteredFamilies.@Nullable Family family) {
    Answers.Source source = new Answers.Source("申请登记", head.registeredOn());
    Answers.Filling told = new Answers.Filling();
    told.put("phone", head.phone(), source);
    if (family != null && !family.members().isEmpty()) {
      return new FillForm(head.applicant(), clocks.today()).of(told, family);
    }
    Answers.Filling applicant = new Answers.Filling();
    applicant.put("name", head.applicant(), source);
    applicant.put("relation", "applicant", source);
    Map<String, Answers.Source> sources = new TreeMap<>();
    told.tell("", sources);
    applicant.tell("members[0].", sources);
    ObjectNode household = told.subject();
    household
        .putArray("members")
        .add(JSON.createObjectNode().put("id", "m1").setAll(applicant.subject()));
    return new Answers(Answers.Origin.NOTHING, household, household, sources);
  }

  private static Set<Long> persons(Map<Long, Answers> known) {
    Set<Long> persons = new HashSet<>();
    for (Answers answers : known.values()) {
      answers
          .household()
          .path("members")
          .forEach(member -> persons.add(member.path("person").asLong(0)));
    }
    return persons;
  }

  private Answers shown(long id, Answers known, Map<Long, Boolean> minors) {
    ObjectNode shown = withheld.masked(known.household(), minors);
    if (Withheld.tellsOfMinor(shown, minors)) {
      access.tellRead(Deed.MINOR_READ, "application", id);
    }
    Map<String, Answers.Source> sources = new TreeMap<>(known.sources());
    sources.keySet().removeIf(place -> !holds(shown, place));
    // what bureaus say and the visitor was not shown, nobody has confirmed
    JsonNode kept =
        known.origin() == Answers.Origin.VISIT ? known.kept() : kept(shown, known.household());
    return new Answers(known.origin(), shown, kept, sources);
  }

  private static boolean holds(ObjectNode shown, String place) {
    int dot = place.indexOf("].");
    return dot < 0
        ? shown.has(place)
        : shown
            .path("members")
            .path(Integer.parseInt(place.substring("members[".length(), dot)))
            .has(place.substring(dot + 2));
  }

  /** What the visitor leaves as it is shown stands, a number as the register has it in full. */
  private static JsonNode kept(ObjectNode shown, ObjectNode known) {
    ObjectNode kept = shown.deepCopy();
    int place = 0;
    for (JsonNode member : kept.path("members")) {
      JsonNode number = known.path("members").path(place++).path(NUMBER);
      if (!number.isMissingNode()) {
        ((ObjectNode) member).set(NUMBER, number);
      }
    }
    return kept;
  }
}
