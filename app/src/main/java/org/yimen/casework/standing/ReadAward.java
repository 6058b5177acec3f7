package org.yimen.casework.standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.investigation.VisitedMembers;
import org.yimen.policy.Category;
import org.yimen.policy.facts.Coded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of a determination who is in which category and gets what. */
@Component
public class ReadAward {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final VisitedMembers visits;
  private final JdbcClient jdbc;

  ReadAward(VisitedMembers visits, JdbcClient jdbc) {
    this.visits = visits;
    this.jdbc = jdbc;
  }

  private record Known(long standing, String name, String person) {}

  /**
   * A member of whom a determination says something.
   *
   * @param mark in the case that the law was asked about
   * @param key of the recognitions
   */
  public record Member(String mark, String key, String name) {}

  /**
   * The award of a determination.
   *
   * @param standing whose people keep their keys; 0 for a family that had none before
   */
  public Award of(Determinations.Made made, long standing) {
    return of(made.result(), members(Map.of(standing, made)).getOrDefault(standing, List.of()));
  }

  /** The award that a result of the law says, of members who are known. */
  public static Award of(String result, List<Member> members) {
    JsonNode json = JSON.readTree(result);
    Map<String, String> categories = categories(json);
    Map<String, String> keys = new HashMap<>();
    List<Award.Person> people = new ArrayList<>();
    for (Member member : members) {
      keys.put(member.mark(), member.key());
      String category = categories.get(member.mark());
      if (category != null) {
        people.add(new Award.Person(member.key(), member.name(), category));
      }
    }
    Category found = Coded.of(Category.class, category(json));
    return new Award(found, people, amounts(json, keys));
  }

  /** The members of one determination each of many standings. */
  public Map<Long, List<Member>> members(Map<Long, Determinations.Made> byStanding) {
    Map<UUID, List<VisitedMembers.Member>> visited =
        visits.of(byStanding.values().stream().map(Determinations.Made::visit).toList());
    Map<Long, Map<String, String>> known = known(byStanding.keySet());
    Map<Long, List<Member>> all = new HashMap<>();
    byStanding.forEach(
        (standing, made) -> {
          Map<String, String> names = known.getOrDefault(standing, Map.of());
          all.put(
              standing,
              visited.getOrDefault(made.visit(), List.of()).stream()
                  .map(
                      one ->
                          new Member(one.mark(), key(one, names, made.application()), one.name()))
                  .toList());
        });
    return all;
  }

  /** Who is no person of the register is known again by the name within the family. */
  private static String key(
      VisitedMembers.Member member, Map<String, String> known, long application) {
    String before = known.get(member.name());
    return member.person() == 0 && before != null ? before : member.key(application);
  }

  private Map<Long, Map<String, String>> known(Collection<Long> standings) {
    Map<Long, Map<String, String>> known = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (standing, name) standing, name, person from casework.recognition
            where standing = any (:standings) order by standing, name, id desc
            """)
        .param("standings", standings.toArray(Long[]::new))
        .query(Known.class)
        .list()
        .forEach(
            one ->
                known
                    .computeIfAbsent(one.standing(), none -> new HashMap<>())
                    .put(one.name(), one.person()));
    return known;
  }

  /** Member's mark to the category that the member is in. */
  private static Map<String, String> categories(JsonNode result) {
    Map<String, String> categories = new HashMap<>();
    String category = category(result);
    if (category.equals(Category.NONE.code())) {
      return categories;
    }
    for (JsonNode counted : result.path("household").path("countedMembers")) {
      categories.put(counted.asString(), category);
    }
    for (Map.Entry<String, JsonNode> person : result.path("persons").properties()) {
      if (person.getValue().path("tekun").asString().equals("met")) {
        categories.put(person.getKey(), "tekun");
      }
    }
    return categories;
  }

  private static String category(JsonNode result) {
    return result.path("household").path("category").asString();
  }

  /** What is left of the allowance after the supplements is the household's own. */
  private static List<Award.Amount> amounts(JsonNode result, Map<String, String> keys) {
    List<Award.Amount> amounts = new ArrayList<>();
    long allowance = fen(result.path("household").path("monthlyAllowance"));
    for (Map.Entry<String, JsonNode> person : result.path("persons").properties()) {
      String key = keys.getOrDefault(person.getKey(), "");
      long supplement = fen(person.getValue().path("supplementMonthly"));
      if (supplement <= allowance) {
        add(amounts, key, "supplement", supplement);
        allowance -= supplement;
      }
      add(amounts, key, "tekunBasic", fen(person.getValue().path("tekunBasicMonthly")));
      add(amounts, key, "care", fen(person.getValue().path("careMonthly")));
    }
    add(amounts, "", "allowance", allowance);
    return amounts;
  }

  private static void add(List<Award.Amount> amounts, String key, String item, long fen) {
    if (fen > 0) {
      amounts.add(new Award.Amount(key, item, fen));
    }
  }

  private static long fen(JsonNode yuan) {
    BigDecimal amount = yuan.isNumber() ? yuan.decimalValue() : BigDecimal.ZERO;
    return amount.movePointRight(2).longValueExact();
  }
}
