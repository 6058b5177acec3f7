package org.yimen.casework.delivered;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.casework.CaseSecrets;
import org.yimen.registry.CitizenNumbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The families whose recognition stands, read in two queries however many they are. Runs in its
 * caller's transaction and within its reach, so that all is as of one moment.
 */
@Component
public class ConfirmedFamilies {

  private static final int AT_ONCE = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A family counts from its decision on, though payment begins the month after. */
  private static final String STANDING =
      """
      casework.standing s
      where (s.ended_on is null or s.ended_on > :day)
        and (s.valid_until is null or s.valid_until >= :day) and starts_with(s.area, :area)
        and (:application::bigint is null or s.application = :application)
      """;

  /**
   * What was last determined of each, by its application or by a re-check. Gathered for all at
   * once: asked family by family the planner walks through all decisions each time.
   */
  private static final String FAMILIES =
      """
      with s as (select s.* from %s),
      decided as (
        select coalesce(c.standing, b.id) as standing, max(d.id) as decision
        from casework.decision d
        join casework.application c on c.id = d.application
        left join casework.standing b on b.application = c.id
        where d.determination is not null
        group by 1),
      recognised as (
        select r.standing,
          coalesce(json_object_agg(r.person, r.category) filter (where r.holds), '{}')::text
            as by_key,
          coalesce(json_object_agg(r.name, r.category) filter (where r.holds), '{}')::text as by_name,
          coalesce(json_agg(r.person) filter (where r.ended_because = 'death'), '[]')::text as died
        from (
          select r.*, r.valid_to is null or r.valid_to > :day as holds
          from casework.recognition r where r.standing in (select id from s)) r
        group by r.standing)
      select a.id, a.number, s.area, s.household, a.phone, s.category, s.persons, s.monthly_fen,
        d.decided_at, s.since, s.valid_until, m.id as made, m.result, v.id as visit, v.answers, v.agreed,
        v.investigators, r.by_key, r.by_name, r.died
      from s
      join recognised r on r.standing = s.id
      join casework.application a on a.id = s.application
      join decided l on l.standing = s.id
      join casework.decision d on d.id = l.decision
      join casework.determination m on m.id = d.determination
      join casework.visit v on v.id = m.visit
      order by a.id
      """
          .formatted(STANDING);

  /**
   * Whoever lives in a recognised household, since the form may leave the number to the register.
   */
  private static final String NUMBERS =
      """
      select p.id, p.citizen_number[1] as sealed
      from registry.person p
      where p.citizen_number is not null and exists (
        select from registry.membership l join casework.application a on a.household = l.household
        where l.person = p.id and a.id in (select s.application from %s))
      """
          .formatted(STANDING);

  private final JdbcClient jdbc;
  private final CaseSecrets secrets;
  private final CitizenNumbers numbers;

  ConfirmedFamilies(JdbcClient jdbc, CaseSecrets secrets, CitizenNumbers numbers) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.numbers = numbers;
  }

  /** Hands over every family recognised on a day whose area begins so, in order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void each(LocalDate day, String area, Consumer<ConfirmedFamily> receiver) {
    read(day, area, null, receiver);
  }

  /** The one of an application; null where none of it is recognised, or out of reach. */
  @Transactional(propagation = Propagation.MANDATORY)
  public @Nullable ConfirmedFamily of(long application, LocalDate day, String area) {
    List<ConfirmedFamily> found = new ArrayList<>();
    read(day, area, application, found::add);
    return found.isEmpty() ? null : found.get(0);
  }

  /** The first application by which somebody of a household is recognised; null for none. */
  public @Nullable Long applicationOf(long household, LocalDate day) {
    return jdbc.sql(
            """
            select s.application from casework.standing s
            where s.household = :household and (s.ended_on is null or s.ended_on > :day)
            order by s.application limit 1
            """)
        .param("household", household)
        .param("day", day)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private void read(
      LocalDate day, String area, @Nullable Long application, Consumer<ConfirmedFamily> receiver) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("day", day);
    asked.put("area", area);
    asked.put("application", application);
    Map<Long, byte[]> sealed = new HashMap<>();
    jdbc.sql(NUMBERS)
        .params(asked)
        .query((RowCallbackHandler) row -> sealed.put(row.getLong("id"), row.getBytes("sealed")));
    try (Stream<ConfirmedFamily> families =
        jdbc
            .sql(FAMILIES)
            .withFetchSize(AT_ONCE)
            .params(asked)
            .query((row, number) -> family(row, sealed))
            .stream()) {
      families.forEach(receiver);
    }
  }

  private ConfirmedFamily family(ResultSet row, Map<Long, byte[]> sealed) throws SQLException {
    long id = row.getLong("id");
    String number = row.getString("number");
    UUID visit = row.getObject("visit", UUID.class);
    byte[] agreed = row.getBytes("agreed");
    JsonNode answers =
        JSON.readTree(
            agreed == null
                ? secrets.answers().bytes(visit, row.getBytes("answers"))
                : secrets.agreed().bytes(visit, agreed));
    byte[] result = secrets.result().bytes(row.getLong("made"), row.getBytes("result"));
    String phone = secrets.phone(number, row.getBytes("phone"));
    return new ConfirmedFamily(
        id,
        number,
        row.getString("area"),
        row.getObject("household", Long.class),
        phone == null ? "" : phone,
        decision(row),
        answers,
        JSON.readTree(result),
        members(id, answers, who(row), sealed));
  }

  private static ConfirmedFamily.Decision decision(ResultSet row) throws SQLException {
    return new ConfirmedFamily.Decision(
        row.getString("category"),
        row.getInt("persons"),
        row.getLong("monthly_fen"),
        Objects.requireNonNull(row.getTimestamp("decided_at")).toLocalDateTime().toLocalDate(),
        row.getObject("since", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        List.of((String[]) row.getArray("investigators").getArray()));
  }

  /** Whom a standing knows: categories by key and by name, and who has died. */
  private record Who(JsonNode byKey, JsonNode byName, JsonNode died) {

    @Nullable String category(String key, String name) {
      JsonNode found = byKey.path(key).isMissingNode() ? byName.path(name) : byKey.path(key);
      return found.isString() ? found.asString() : null;
    }

    boolean dead(String key) {
      return died.valueStream().anyMatch(one -> one.asString().equals(key));
    }
  }

  private static Who who(ResultSet row) throws SQLException {
    return new Who(
        JSON.readTree(row.getString("by_key")),
        JSON.readTree(row.getString("by_name")),
        JSON.readTree(row.getString("died")));
  }

  private List<ConfirmedFamily.Member> members(
      long application, JsonNode answers, Who who, Map<Long, byte[]> sealed) {
    List<ConfirmedFamily.Member> members = new ArrayList<>();
    int place = 0;
    for (JsonNode member : answers.path("members")) {
      place++;
      long person = member.path("person").asLong(0);
      String given = member.path("id").asString("");
      String mark = given.isEmpty() ? "m" + place : given;
      String key = person == 0 ? "%d.%s".formatted(application, mark) : Long.toString(person);
      if (!who.dead(key)) {
        members.add(
            new ConfirmedFamily.Member(
                key,
                person == 0 ? null : person,
                who.category(key, member.path("name").asString("")),
                person == 0 ? null : numbers.open(person, sealed.get(person)),
                member));
      }
    }
    return members;
  }
}
