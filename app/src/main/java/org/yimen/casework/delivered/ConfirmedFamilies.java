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

  /** A recognition counts from its decision on, though payment begins the month after. */
  private static final String STANDING =
      """
      casework.recognition r
      where (r.valid_to is null or r.valid_to > :day) and starts_with(r.area, :area)
        and (:application::bigint is null or r.application = :application)
      """;

  private static final String FAMILIES =
      """
      select a.id, a.number, r.area, a.household, a.phone, d.category, d.persons, d.monthly_fen,
        d.decided_at, d.paid_from, d.valid_until, m.id as made, m.result, v.id as visit, v.answers,
        v.investigators, r.who
      from (
        select r.application, max(r.area) as area, max(r.decision) as decision,
          json_object_agg(r.person, r.category)::text as who
        from %s
        group by r.application) r
      join casework.application a on a.id = r.application
      join casework.decision d on d.id = r.decision
      join casework.determination m on m.id = d.determination
      join casework.visit v on v.id = m.visit
      order by a.id
      """
          .formatted(STANDING);

  /** Whoever lives in a recognised household, since the form may leave the number to the register. */
  private static final String NUMBERS =
      """
      select p.id, p.citizen_number[1] as sealed
      from registry.person p
      where p.citizen_number is not null and exists (
        select from registry.membership s join casework.application a on a.household = s.household
        where s.person = p.id and a.id in (select r.application from %s))
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
            select application from casework.recognition
            where household = :household and (valid_to is null or valid_to > :day)
            order by application limit 1
            """)
        .param("household", household)
        .param("day", day)
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private void read(
      LocalDate day,
      String area,
      @Nullable Long application,
      Consumer<ConfirmedFamily> receiver) {
    Map<String, @Nullable Object> asked = new HashMap<>();
    asked.put("day", day);
    asked.put("area", area);
    asked.put("application", application);
    Map<Long, byte[]> sealed = new HashMap<>();
    jdbc.sql(NUMBERS)
        .params(asked)
        .query((RowCallbackHandler) row -> sealed.put(row.getLong("id"), row.getBytes("sealed")));
    try (Stream<ConfirmedFamily> families =
        jdbc.sql(FAMILIES)
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
    JsonNode answers =
        JSON.readTree(secrets.answers().bytes(visit, row.getBytes("answers")));
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
        members(id, answers, JSON.readTree(row.getString("who")), sealed));
  }

  private static ConfirmedFamily.Decision decision(ResultSet row) throws SQLException {
    return new ConfirmedFamily.Decision(
        row.getString("category"),
        row.getInt("persons"),
        row.getLong("monthly_fen"),
        Objects.requireNonNull(row.getTimestamp("decided_at")).toLocalDateTime().toLocalDate(),
        row.getObject("paid_from", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        List.of((String[]) row.getArray("investigators").getArray()));
  }

  private List<ConfirmedFamily.Member> members(
      long application, JsonNode answers, JsonNode who, Map<Long, byte[]> sealed) {
    List<ConfirmedFamily.Member> members = new ArrayList<>();
    for (JsonNode member : answers.path("members")) {
      long person = member.path("person").asLong(0);
      String given = member.path("id").asString("");
      String mark = given.isEmpty() ? "m" + (members.size() + 1) : given;
      String key = person == 0 ? "%d.%s".formatted(application, mark) : Long.toString(person);
      JsonNode category = who.path(key);
      members.add(
          new ConfirmedFamily.Member(
              key,
              person == 0 ? null : person,
              category.isString() ? category.asString() : null,
              person == 0 ? null : numbers.open(person, sealed.get(person)),
              member));
    }
    return members;
  }
}
