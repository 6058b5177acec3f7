package org.yimen.casework;

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
 * (个人信息保护法 第二十八条, 未成年人网络保护条例 第三十六条).
 */
@Component
public class Withheld {

  /** Questions of a member and the kind of fact that tells the same. */
  private static final Map<String, String> QUESTIONS =
      Map.of(
          "seriousIllness", "seriousIllness",
          "illness", "seriousIllness",
          "health", "health",
          "disability", "disability",
          "disabilityCard", "disability");

  private static final String ACCOUNT = "bankAccount";
  private static final String RISKS = "risks";
  private static final String RISK_NOTE = "riskNote";
  private static final String EXPENSES = "expenses";
  private static final String MEDICAL = "medical";

  private final JdbcClient jdbc;
  private final Access access;
  private final FieldScope fields;

  Withheld(JdbcClient jdbc, Access access, FieldScope fields) {
    this.jdbc = jdbc;
    this.access = access;
    this.fields = fields;
  }

  /** The minors among these persons of the register, and whether what is sensitive is held back. */
  public Map<Long, Boolean> minors(Collection<Long> persons, LocalDate today) {
    Map<Long, Boolean> minors = new HashMap<>();
    jdbc.sql("select id, held from registry.minors(:ids, :user, :today)")
        .param("ids", persons.toArray(Long[]::new))
        .param("user", access.user().username())
        .param("today", today)
        .query(
            row -> {
              minors.put(row.getLong("id"), row.getBoolean("held"));
            });
    return minors;
  }

  /** A copy with what the user may see, and masked citizen numbers. */
  public ObjectNode masked(JsonNode household, Map<Long, Boolean> minors) {
    ObjectNode shown = shown(household, minors);
    for (JsonNode member : shown.path("members")) {
      String number = member.path("citizenNumber").asString("");
      if (!number.isEmpty() && !number.contains("*")) {
        ((ObjectNode) member).put("citizenNumber", MaskedNumber.of(number));
      }
    }
    return shown;
  }

  /** A copy with what the user may see. */
  public ObjectNode shown(JsonNode household, Map<Long, Boolean> minors) {
    ObjectNode shown = (ObjectNode) household.deepCopy();
    if (hides(ACCOUNT, "")) {
      shown.remove(ACCOUNT);
    }
    without(shown, RISKS, risk -> !fields.shows("risk", risk.asString("")));
    if (!fields.tellsNothingHidden(shown.path(RISK_NOTE).asString(""))) {
      shown.remove(RISK_NOTE);
    }
    for (JsonNode one : shown.path("members")) {
      ObjectNode member = (ObjectNode) one;
      boolean held = minors.getOrDefault(member.path("person").asLong(0), false);
      for (String question : QUESTIONS.keySet()) {
        if (held || hides(question, "")) {
          member.remove(question);
        }
      }
      if (held || hides(EXPENSES, MEDICAL)) {
        without(member, EXPENSES, Withheld::isMedical);
      }
    }
    return shown;
  }

  /**
   * Whether the user is not shown answers of this kind.
   *
   * @param question its id; empty for a member as a whole, of whom everything is told
   * @param item what tells an item of a list from others
   */
  public boolean hides(String question, String item) {
    return switch (question) {
      case "", RISKS, RISK_NOTE ->
          QUESTIONS.values().stream().anyMatch(kind -> !fields.shows(kind, null));
      case ACCOUNT -> !access.may(Permission.BANK_FIELDS);
      case EXPENSES -> item.contains(MEDICAL) && !fields.shows("expense.medical", null);
      default -> {
        String kind = QUESTIONS.get(question);
        yield kind != null && !fields.shows(kind, null);
      }
    };
  }

  private static boolean isMedical(JsonNode expense) {
    return expense.path("kind").asString("").equals(MEDICAL);
  }

  /** Whether something sensitive of a minor is in it: that is told to the audit. */
  public static boolean tellsOfMinor(JsonNode household, Map<Long, Boolean> minors) {
    for (JsonNode member : household.path("members")) {
      if (minors.containsKey(member.path("person").asLong(0))
          && (QUESTIONS.keySet().stream().anyMatch(member::has)
              || member.path(EXPENSES).valueStream().anyMatch(Withheld::isMedical))) {
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
