package org.yimen.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.Permission;
import org.yimen.registry.MaskedNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What a case file tells its reader of what was found, as their permissions allow. */
@Component
class ShownAnswers {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<Step> DECIDING =
      EnumSet.of(Step.REVIEW, Step.CONFIRM, Step.REVIEW_CHANGE, Step.DECIDE_CHANGE);

  /** Who deals with cases sees what was found out; who only leads sees how they go. */
  private static final Set<Permission> WORKS =
      EnumSet.of(
          Permission.CASE_ACCEPT,
          Permission.CASE_INVESTIGATE,
          Permission.CASE_CHECK,
          Permission.CASE_REVIEW,
          Permission.CASE_DECIDE);

  private final Withheld withheld;
  private final FieldScope fields;
  private final Access access;
  private final Clock clock;

  ShownAnswers(Withheld withheld, FieldScope fields, Access access, Clock clock) {
    this.withheld = withheld;
    this.fields = fields;
    this.access = access;
    this.clock = clock;
  }

  /** Whether the user is shown anything that was found out. */
  boolean isForUser() {
    return access.permissions().stream().anyMatch(WORKS::contains);
  }

  /**
   * Visits of an application; who reads of a minor is told to the audit. Nothing is held back of
   * whose turn it is to review or decide.
   */
  List<CaseRecords.KeptVisit> shown(Application application, List<CaseRecords.KeptVisit> visits) {
    Map<Long, Boolean> minors = withheld.minors(persons(visits), LocalDate.now(clock));
    if (isTurn(application)) {
      minors.replaceAll((person, held) -> false);
    }
    boolean ofMinor = false;
    List<CaseRecords.KeptVisit> shown = new ArrayList<>();
    for (CaseRecords.KeptVisit visit : visits) {
      ObjectNode stands = withheld.shown(JSON.readTree(visit.household()), minors);
      String sent = visit.sent();
      shown.add(
          visit.telling(
              text(stands),
              sent == null ? null : text(withheld.shown(JSON.readTree(sent), minors))));
      ofMinor |= Withheld.tellsOfMinor(stands, minors);
    }
    if (ofMinor) {
      access.tellRead(Deed.MINOR_READ, "application", application.id());
    }
    return shown;
  }

  private static Set<Long> persons(List<CaseRecords.KeptVisit> visits) {
    Set<Long> persons = new HashSet<>();
    visits.forEach(
        visit ->
            JSON.readTree(visit.household())
                .path("members")
                .forEach(member -> persons.add(member.path("person").asLong(0))));
    return persons;
  }

  private boolean isTurn(Application application) {
    return DECIDING.stream()
        .filter(step -> step.isOf(application.kind()))
        .filter(step -> step.from().contains(application.state()))
        .anyMatch(step -> step.permission() != null && access.may(step.permission()));
  }

  /** Who only reviews or decides needs nobody's number and account in full. */
  private String text(ObjectNode household) {
    String shown = household.toString();
    return access.may(Permission.CASE_INVESTIGATE) || access.may(Permission.CASE_CHECK)
        ? shown
        : MaskedNumber.within(shown);
  }

  /** A sentence without what is held back; none is empty. */
  String sentence(@Nullable String sentence) {
    if (sentence == null) {
      return "";
    }
    String told = fields.text(sentence);
    return access.may(Permission.BANK_FIELDS) ? told : MaskedNumber.within(told);
  }

  /** A document with such sentences in it; none is empty. */
  String told(@Nullable String document) {
    return document == null
        ? ""
        : JSON.writeValueAsString(each(JSON.readTree(document), fields.texts()::apply));
  }

  private static JsonNode each(JsonNode node, UnaryOperator<String> sentence) {
    if (node.isString()) {
      return StringNode.valueOf(sentence.apply(node.asString()));
    }
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        object.set(name, each(object.get(name), sentence));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, each(array.get(i), sentence));
      }
    }
    return node;
  }
}
