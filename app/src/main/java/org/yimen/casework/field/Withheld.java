package org.yimen.casework.field;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.FieldScope;
import org.yimen.identity.Permission;
import org.yimen.registry.MaskedNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of answers what the user has no permission for, and of minors what nobody has approved
 * (个人信息保护法 第二十八条, 未成年人网络保护条例 第三十六条); citizen numbers are masked.
 */
@Component
class Withheld {

  /** Questions of a member and the kind of fact that tells the same. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "seriousIllness", "seriousIllness",
          "illness", "seriousIllness",
          "health", "health",
          "disability", "disability",
          "disabilityCard", "disability");

  private static final String MEDICAL = "expense.medical";

  private final JdbcClient jdbc;
  private final Access access;
  private final FieldScope fields;

  Withheld(JdbcClient jdbc, Access access, FieldScope fields) {
    this.jdbc = jdbc;
    this.access = access;
    this.fields = fields;
  }

  /** The minors among these persons of the register, and whether what is sensitive is held back. */
  Map<Long, Boolean> minors(Collection<Long> persons, LocalDate today) {
    Map<Long, Boolean> minors = new HashMap<>();
    jdbc.sql(
            """
            select id, registry.minor_held_back(id, :user, :today) as held from registry.person
            where id = any (:ids) and birth_date > cast(:today as date) - interval '18 years'
            """)
        .param("ids", persons.toArray(Long[]::new))
        .param("user", access.user().username())
        .param("today", today)
        .query(
            row -> {
              minors.put(row.getLong("id"), row.getBoolean("held"));
            });
    return minors;
  }

  /** A copy with what the user may see. */
  ObjectNode shown(JsonNode household, Map<Long, Boolean> minors) {
    ObjectNode shown = (ObjectNode) household.deepCopy();
    if (!access.may(Permission.BANK_FIELDS)) {
      shown.remove("bankAccount");
    }
    without(shown, "risks", risk -> !fields.shows("risk", risk.asString("")));
    for (JsonNode one : shown.path("members")) {
      ObjectNode member = (ObjectNode) one;
      boolean held = minors.getOrDefault(member.path("person").asLong(0), false);
      QUESTIONS.forEach(
          (question, kind) -> {
            if (held || !fields.shows(kind, null)) {
              member.remove(question);
            }
          });
      if (held || !fields.shows(MEDICAL, null)) {
        without(member, "expenses", Withheld::isMedical);
      }
      String number = member.path("citizenNumber").asString("");
      if (!number.isEmpty() && !number.contains("*")) {
        member.put("citizenNumber", MaskedNumber.of(number));
      }
    }
    return shown;
  }

  private static boolean isMedical(JsonNode expense) {
    return expense.path("kind").asString("").equals("medical");
  }

  /** Whether something sensitive of a minor is in it: that is told to the audit. */
  static boolean tellsOfMinor(JsonNode household, Map<Long, Boolean> minors) {
    for (JsonNode member : household.path("members")) {
      if (minors.containsKey(member.path("person").asLong(0))
          && (QUESTIONS.keySet().stream().anyMatch(member::has)
              || member.path("expenses").valueStream().anyMatch(Withheld::isMedical))) {
        return true;
      }
    }
    return false;
  }

  private interface Hidden {
    boolean test(JsonNode item);
  }

  private static void without(ObjectNode subject, String list, Hidden hidden) {
    if (!subject.has(list)) {
      return;
    }
    ArrayNode left = subject.arrayNode();
    for (JsonNode item : subject.path(list)) {
      if (!hidden.test(item)) {
        left.add(item);
      }
    }
    if (left.isEmpty()) {
      subject.remove(list);
    } else {
      subject.set(list, left);
    }
  }
}
