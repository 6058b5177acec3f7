package org.yimen.casework.standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.investigation.VisitedMembers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads of a determination who is in which category and gets what. */
@Component
public class ReadAward {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final VisitedMembers members;
  private final JdbcClient jdbc;

  ReadAward(VisitedMembers members, JdbcClient jdbc) {
    this.members = members;
    this.jdbc = jdbc;
  }

  private record Known(String name, String person) {}

  /**
   * The award of a determination.
   *
   * @param standing whose people keep their keys; 0 for a family that had none before
   */
  public Award of(Determinations.Made made, long standing) {
    JsonNode result = JSON.readTree(made.result());
    Map<String, String> categories = categories(made, result);
    Map<String, String> known = known(standing);
    Map<String, String> keys = new HashMap<>();
    List<Award.Person> people = new ArrayList<>();
    for (VisitedMembers.Member member : members.of(made.visit())) {
      String key = key(member, known, made.application());
      keys.put(member.mark(), key);
      String category = categories.get(member.mark());
      if (category != null) {
        people.add(new Award.Person(key, member.name(), category));
      }
    }
    return new Award(made.found(), people, amounts(result, keys));
  }

  /** Who is no person of the register is known again by the name within the family. */
  private static String key(
      VisitedMembers.Member member, Map<String, String> known, long application) {
    String before = known.get(member.name());
    return member.person() == 0 && before != null ? before : member.key(application);
  }

  private Map<String, String> known(long standing) {
    Map<String, String> known = new HashMap<>();
    jdbc.sql(
            """
            select distinct on (name) name, person from casework.recognition
            where standing = :standing order by name, id desc
            """)
        .param("standing", standing)
        .query(Known.class)
        .list()
        .forEach(one -> known.put(one.name(), one.person()));
    return known;
  }

  /** Member's mark to the category that the member is in. */
  private static Map<String, String> categories(Determinations.Made made, JsonNode result) {
    Map<String, String> categories = new HashMap<>();
    if (made.category().equals("none")) {
      return categories;
    }
    for (JsonNode counted : result.path("household").path("countedMembers")) {
      categories.put(counted.asString(), made.category());
    }
    for (Map.Entry<String, JsonNode> person : result.path("persons").properties()) {
      if (person.getValue().path("tekun").asString().equals("met")) {
        categories.put(person.getKey(), "tekun");
      }
    }
    return categories;
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
