package org.yimen.exchange.outward.family;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.registry.CitizenNumbers;
import org.yimen.registry.CodeNames;
import org.yimen.registry.SealedFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Families that the agriculture bureau watches, cleared ones among them, as the register knows
 * them: they are told back whether or not they have a case here.
 */
@Component
class WatchedFamilies {

  private static final int AT_ONCE = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String FACT =
      """
      json_build_object('kind', f.kind, 'code', f.code, 'amount', f.amount, 'detail', f.detail,
        'sealed', encode(f.sealed, 'hex'), 'from', f.valid_from, 'to', f.valid_to)
      """;

  private static final String FAMILIES =
      """
      select h.id, h.number, h.area, h.address, h.residence,
        (select json_agg(%1$s order by f.valid_from nulls first, f.id)
         from registry.fact f
         where f.household = h.id
           and (f.kind = 'list.watch' or f.valid_to is null or f.valid_to > :day))::text as facts,
        (select json_agg(json_build_object('id', p.id, 'name', p.name, 'sex', p.sex,
            'birth', p.birth_date, 'ethnic', p.ethnic_group, 'relation', m.relation,
            'number', encode(p.citizen_number[1], 'hex'), 'facts', (
              select json_agg(%1$s order by f.valid_from nulls first, f.id)
              from registry.fact f
              where f.person = p.id and (f.valid_to is null or f.valid_to > :day)))
          order by p.id is distinct from h.head, p.id)
         from registry.membership m join registry.person p on p.id = m.person
         where m.household = h.id and (m.valid_to is null or m.valid_to > :day)
           and p.died_on is null)::text as members
      from registry.household h
      where starts_with(h.area, :area) and (:household::bigint is null or h.id = :household)
        and h.id in (select f.household from registry.fact f where f.kind = 'list.watch')
      order by h.id
      """
          .formatted(FACT);

  /** Health as the form has it, by what the register says. */
  private static final Map<String, String> HEALTH =
      Map.of("healthy", "1", "chronic", "2", "serious", "3", "disabled", "4");

  private static final Map<String, String> MONEY =
      Map.of(
          "income.net", "reportedNet",
          "expense.medical", "selfPaid");

  private static final Map<String, Figures.Kind> INCOME =
      Map.of(
          "income.wage", Figures.Kind.WAGE,
          "income.property", Figures.Kind.PROPERTY,
          "income.transfer", Figures.Kind.TRANSFER,
          "income.business", Figures.Kind.BUSINESS,
          "expense.business", Figures.Kind.COST);

  private final JdbcClient jdbc;
  private final CitizenNumbers numbers;
  private final SealedFacts sealed;

  WatchedFamilies(JdbcClient jdbc, CitizenNumbers numbers, SealedFacts sealed) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.sealed = sealed;
  }

  /** What the bureau says of each watched household: kind, risks, since when, cleared or not. */
  Map<Long, ObjectNode> watches(String area) {
    Map<Long, ObjectNode> watches = new HashMap<>();
    jdbc.sql(
            """
            select f.household, %s::text as fact
            from registry.fact f join registry.household h on h.id = f.household
            where f.kind in ('list.watch', 'risk') and starts_with(h.area, :area)
              and exists (select from registry.fact w
                where w.household = f.household and w.kind = 'list.watch')
            order by f.valid_from nulls first, f.id
            """
                .formatted(FACT))
        .param("area", area)
        .query(
            row -> {
              long id = row.getLong("household");
              ObjectNode watch = watches.computeIfAbsent(id, absent -> JSON.createObjectNode());
              watch(watch, opened(SealedFacts.of(null, id), JSON.readTree(row.getString("fact"))));
            });
    return watches;
  }

  /** Hands over every watched family but those of these households. */
  void each(LocalDate day, String area, Set<Long> but, Consumer<Family> receiver) {
    read(day, area, null, family -> receive(family, but, receiver));
  }

  private static void receive(Family family, Set<Long> but, Consumer<Family> receiver) {
    if (family.household() != null && !but.contains(family.household())) {
      receiver.accept(family);
    }
  }

  /** The family of a household; null where it is not watched, or out of reach. */
  @Nullable Family of(long household, LocalDate day, String area) {
    List<Family> found = new ArrayList<>();
    read(day, area, household, found::add);
    return found.isEmpty() ? null : found.get(0);
  }

  private void read(
      LocalDate day, String area, @Nullable Long household, Consumer<Family> receiver) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("day", day);
    asked.put("area", area);
    asked.put("household", household);
    try (Stream<Family> families =
        jdbc
            .sql(FAMILIES)
            .withFetchSize(AT_ONCE)
            .params(asked)
            .query((row, number) -> family(row))
            .stream()) {
      families.forEach(receiver);
    }
  }

  private Family family(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    ObjectNode told = JSON.createObjectNode();
    told.put("householdNo", row.getString("number"));
    told.put("address", row.getString("address"));
    told.put("residence", row.getString("residence"));
    told.put("inWatch", true);
    List<Family.Person> members = members(row.getString("members"));
    Figures figures = new Figures();
    for (JsonNode kept : JSON.readTree(row.getString("facts"))) {
      JsonNode fact = opened(SealedFacts.of(null, id), kept);
      household(told, fact);
      Figures.Kind kind = INCOME.get(fact.path("kind").asString());
      if (kind != null) {
        figures.add(kind, yuan(fact));
      }
    }
    figures.tell(told, members.size());
    return new Family(
        "h" + id,
        row.getString("area"),
        id,
        null,
        members.isEmpty() ? row.getString("number") : members.get(0).name(),
        List.of(Systems.AGRICULTURE),
        told,
        members);
  }

  /** A fact with its words, where they are kept sealed. */
  private JsonNode opened(String of, JsonNode kept) {
    if (!kept.path("sealed").isString()) {
      return kept;
    }
    byte[] bytes = HexFormat.of().parseHex(kept.path("sealed").asString());
    SealedFacts.Words words =
        sealed.open(
            of,
            kept.path("kind").asString(),
            new SealedFacts.Kept(kept.path("code").asString(null), null, bytes));
    ObjectNode fact = (ObjectNode) kept;
    return fact.put("code", words.code()).put("detail", words.detail());
  }

  private static BigDecimal yuan(JsonNode fact) {
    return BigDecimal.valueOf(fact.path("amount").asLong(0), 2);
  }

  private static void household(ObjectNode told, JsonNode fact) {
    String kind = fact.path("kind").asString();
    String code = fact.path("code").asString("");
    watch(told, fact);
    if (MONEY.containsKey(kind)) {
      told.put(MONEY.get(kind), yuan(fact));
    }
    switch (kind) {
      case "formerlyPoor" -> told.put("formerlyPoor", true);
      case "housing.grade" -> told.put("housingGrade", code);
      case "housing.unsafe" -> told.put("unsafeHome", code.equals("yes"));
      case "nobodyAbleToWork" -> told.put("nobodyAbleMarked", true);
      default -> {}
    }
  }

  private static void watch(ObjectNode told, JsonNode fact) {
    String kind = fact.path("kind").asString();
    if (kind.equals("list.watch")) {
      told.put("watchKind", fact.path("code").asString(""));
      told.set("identifiedOn", fact.path("from"));
      told.put("cleared", fact.path("to").isString());
      told.set("clearedOn", fact.path("to"));
    } else if (kind.equals("risk")) {
      ArrayNode risks =
          told.path("risks").isArray() ? (ArrayNode) told.path("risks") : told.putArray("risks");
      String risk = fact.path("code").asString("");
      if (risks.valueStream().noneMatch(one -> one.asString().equals(risk))) {
        risks.add(risk);
      }
    }
  }

  private List<Family.Person> members(@Nullable String json) {
    List<Family.Person> members = new ArrayList<>();
    if (json != null) {
      JSON.readTree(json).forEach(one -> members.add(member(one)));
    }
    return members;
  }

  private Family.Person member(JsonNode one) {
    long id = one.path("id").asLong();
    ObjectNode told = JSON.createObjectNode();
    String name = one.path("name").asString("");
    told.put("name", name);
    told.set("sex", one.path("sex"));
    told.set("birthDate", one.path("birth"));
    told.put("ethnicGroup", CodeNames.ethnicGroup(one.path("ethnic").asString("")));
    told.put("relationText", CodeNames.relation(one.path("relation").asString("")));
    String sealed = one.path("number").asString("");
    if (!sealed.isEmpty()) {
      told.put("number", numbers.open(id, HexFormat.of().parseHex(sealed)));
    }
    told.put("dibaoEnjoyed", "none");
    told.put("tekunEnjoyed", "none");
    one.path("facts").forEach(fact -> person(told, opened(SealedFacts.of(id, null), fact)));
    return new Family.Person(Long.toString(id), name, told);
  }

  /** Category and level, as {@code physical:2}. */
  private static void disability(ObjectNode told, String code) {
    int colon = code.indexOf(':');
    told.put("disabilityCategory", colon < 0 ? code : code.substring(0, colon));
    told.put("disabilityLevel", colon < 0 ? "" : code.substring(colon + 1));
  }

  private static void person(ObjectNode told, JsonNode fact) {
    String code = fact.path("code").asString("");
    switch (fact.path("kind").asString()) {
      case "student" -> told.put("student", code);
      case "health" -> told.put("health", HEALTH.getOrDefault(code, ""));
      case "labour" -> told.put("labour", code);
      case "work.months" -> {
        told.set("monthsWorked", fact.path("amount"));
        told.set("workplaceText", fact.path("detail"));
      }
      case "insured.medical" ->
          told.put("medicalInsurance", code.equals("no") ? "none" : "resident");
      case "employment" -> told.put("employment", code);
      case "disability" -> disability(told, code);
      case "category.reported" ->
          told.put(code.equals("tekun") ? "tekunEnjoyed" : "dibaoEnjoyed", "rural");
      default -> {}
    }
  }
}
