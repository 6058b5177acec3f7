package org.yimen.eligibility.openfisca;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.ProblemType;

/** OpenFisca's situation: who lives in which household, what is stated, and what is asked. */
final class AskedSituation {

  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
  private static final String ETERNITY = "ETERNITY";
  private static final int MOST_PERSONS = 1_000;

  private final Map<String, Object> persons;
  private final Map<String, Object> households;

  /** A value that is null in the situation, to be worked out. */
  record Asked(String entity, String id, String variable, String period) {}

  AskedSituation(Map<String, Object> body) {
    persons = mapping(body.get("persons"), "persons");
    households = mapping(body.get("households"), "households");
    for (String key : body.keySet()) {
      if (!key.equals("persons") && !key.equals("households")) {
        throw bad("不认识“" + key + "”，只有 persons 和 households。");
      }
    }
    if (persons.size() > MOST_PERSONS) {
      throw ProblemType.TOO_LARGE.because("一次最多 1000 人，请分几次提交。");
    }
  }

  static RuntimeException bad(String message) {
    return ProblemType.INVALID_REQUEST.because(message);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> mapping(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw bad("“" + what + "”应为一组键值。");
  }

  private Map<String, Object> entity(Asked asked) {
    return mapping((asked.entity.equals("person") ? persons : households).get(asked.id), asked.id);
  }

  /** Everything that is asked. */
  List<Asked> asked() {
    List<Asked> asked = new ArrayList<>();
    persons.forEach((id, of) -> ask("person", id, mapping(of, id), asked));
    households.forEach((id, of) -> ask("household", id, mapping(of, id), asked));
    return asked;
  }

  private static void ask(
      String entity, String id, Map<String, Object> variables, List<Asked> asked) {
    variables.forEach(
        (variable, values) -> {
          if (!variable.equals("members")) {
            mapping(values, variable)
                .forEach(
                    (period, value) -> {
                      if (value == null) {
                        asked.add(new Asked(entity, id, variable, month(period)));
                      } else if (!Inputs.of(entity).containsKey(variable)) {
                        throw bad("“" + variable + "”不能作为输入，见 /api/openfisca/variables。");
                      }
                    });
          }
        });
  }

  private static String month(String period) {
    if (!MONTH.matcher(period).matches()) {
      throw bad("“" + period + "”不是月份，应写作 2025-08 这样。");
    }
    return period;
  }

  /** Writes an answer where it was asked. */
  void answer(Asked asked, @Nullable Object value) {
    put(mapping(entity(asked).get(asked.variable), asked.variable), asked.period, value);
  }

  @SuppressWarnings("NullAway") // what the facts don't say stays null
  static void put(Map<String, Object> map, String key, @Nullable Object value) {
    map.put(key, value);
  }

  List<String> personIds() {
    return List.copyOf(persons.keySet());
  }

  List<String> householdIds() {
    return List.copyOf(households.keySet());
  }

  /** The household of which the entity is, or in which the person is. */
  String householdOf(Asked asked) {
    if (asked.entity.equals("household")) {
      return asked.id;
    }
    for (String id : households.keySet()) {
      if (members(id).contains(asked.id)) {
        return id;
      }
    }
    throw bad("“" + asked.id + "”不在任何一户的 members 中。");
  }

  private List<String> members(String household) {
    Object members = mapping(households.get(household), household).get("members");
    if (members instanceof List<?> list && !list.isEmpty()) {
      return list.stream().map(String::valueOf).toList();
    }
    throw bad("“" + household + "”的 members 应为一组人。");
  }

  /** A household in a month as a case of the case format. */
  Map<String, Object> asCase(String household, String period) {
    Map<String, Object> stated = stated(households, household, period, Inputs.HOUSEHOLD);
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("name", household);
    one.put("date", period + "-01");
    Object area = stated.remove("area");
    if (area != null) {
      one.put("area", area);
    }
    stated.put("property", property(stated));
    List<Map<String, Object>> people = new ArrayList<>();
    for (String id : members(household)) {
      people.add(person(id, stated(persons, id, period, Inputs.PERSON), period));
    }
    stated.put("members", people);
    one.put("household", stated);
    return Map.of("cases", List.of(one));
  }

  private static Map<String, Object> stated(
      Map<String, Object> all, String id, String period, Map<String, Inputs.Input> known) {
    Map<String, Object> stated = new LinkedHashMap<>();
    mapping(all.get(id), id)
        .forEach(
            (variable, values) -> {
              if (known.containsKey(variable)) {
                Map<String, Object> byPeriod = mapping(values, variable);
                Object value = byPeriod.get(byPeriod.containsKey(period) ? period : ETERNITY);
                if (value != null) {
                  stated.put(variable, value);
                }
              }
            });
    return stated;
  }

  private static Map<String, Object> person(String id, Map<String, Object> stated, String period) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("id", id);
    List<Map<String, Object>> income = new ArrayList<>();
    List<Map<String, Object>> expenses = new ArrayList<>();
    Map<String, Object> disability = new LinkedHashMap<>();
    stated.forEach(
        (variable, value) -> {
          if (variable.startsWith(Inputs.INCOME)) {
            income.add(Map.of("kind", kind(variable), "monthly", value));
          } else if (variable.startsWith(Inputs.EXPENSE)) {
            expenses.add(Map.of("kind", kind(variable), "amount", value, "date", period + "-01"));
          } else if (variable.equals("disabilityLevel")) {
            disability.put("level", value);
          } else if (variable.equals("disabilityCategory")) {
            disability.put("category", value);
          } else {
            member.put(variable, value);
          }
        });
    member.put("income", income);
    member.put("expenses", expenses);
    if (!disability.isEmpty()) {
      member.put("disability", disability);
    }
    return member;
  }

  private static String kind(String variable) {
    return variable.substring(variable.indexOf('_') + 1);
  }

  /** Takes what is owned out of what is stated. */
  private static List<Map<String, Object>> property(Map<String, Object> stated) {
    List<Map<String, Object>> property = new ArrayList<>();
    for (int i = count(stated.remove("homes")); i > 0; i--) {
      property.add(Map.of("kind", "home"));
    }
    for (int i = count(stated.remove("cars")); i > 0; i--) {
      property.add(Map.of("kind", "vehicle", "type", "car"));
    }
    for (String variable : List.copyOf(stated.keySet())) {
      if (variable.startsWith(Inputs.PROPERTY)) {
        Object value = stated.remove(variable);
        if (value != null) {
          property.add(Map.of("kind", kind(variable), "value", value));
        }
      }
    }
    return property;
  }

  private static int count(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof Integer count && count >= 0 && count <= 100) {
      return count;
    }
    throw bad("“" + value + "”应为 0 至 100 的整数。");
  }
}
