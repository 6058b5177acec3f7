package org.yimen.casework.adjustment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.standing.Award;
import org.yimen.casework.standing.ReadAward;
import org.yimen.policy.Category;
import org.yimen.policy.amounts.RaisedStandard;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Household;

/** Reads recognised families with what they get and what it rests on, some hundreds at a time. */
@Component
class ReadFamilies {

  private static final String IDS =
      """
      select id from casework.standing
      where (:scope = '' or starts_with(area, :scope)) and (ended_on is null or ended_on > :month)
      order by id
      """;

  private static final String FAMILIES =
      """
      select s.id, s.applicant, s.area, s.category, s.persons, s.since,
        s.grace_until is not null or s.ended_on is not null as passing,
        h.residence, t.name as town, v.name as village, d.determination, l.law, l.month,
        c.registered_at as came_in,
        (select a.state from casework.application a
          where a.standing = s.id and a.kind = 'recheck' and a.state not in ('done', 'withdrawn'))
          as recheck
      from casework.standing s
      join casework.application c on c.id = s.application
      left join registry.household h on h.id = s.household
      left join registry.area t on t.code = left(s.area, 9)
      left join registry.area v on v.code = s.area and v.level = 'village'
      left join lateral (
        select d.id, d.determination
        from casework.decision d join casework.application a on a.id = d.application
        where (a.id = s.application or a.standing = s.id) and d.determination is not null
        order by d.id desc limit 1) d on true
      left join lateral (
        select r.law_number as law, l.paid_from as month
        from casework.decision l join casework.recheck r on r.application = l.application
        where r.standing = s.id and l.outcome = 'adjusted' and l.id > coalesce(d.id, 0)
        order by l.id desc limit 1) l on true
      where s.id = any (:ids) order by s.area, s.id
      """;

  private static final String AMOUNTS =
      """
      select standing, person, item, monthly_fen, from_month from casework.entitlement
      where standing = any (:ids) and from_month <= :month and (to_month is null or to_month > :month)
      order by id
      """;

  private static final String PEOPLE =
      """
      select standing, person, name, category from casework.recognition
      where standing = any (:ids) and valid_from <= :month and (valid_to is null or valid_to > :month)
      order by id
      """;

  private final Determinations determinations;
  private final ReadAward awards;
  private final JdbcClient jdbc;

  ReadFamilies(Determinations determinations, ReadAward awards, JdbcClient jdbc) {
    this.determinations = determinations;
    this.awards = awards;
    this.jdbc = jdbc;
  }

  /** Standings of an area that still hold in a month. */
  List<Long> in(String scope, LocalDate month) {
    return jdbc.sql(IDS).param("scope", scope).param("month", month).query(Long.class).list();
  }

  /** The same, locked in their order until the transaction ends. */
  List<Long> lock(String scope, LocalDate month) {
    return jdbc.sql(IDS + " for update")
        .param("scope", scope)
        .param("month", month)
        .query(Long.class)
        .list();
  }

  private record Row(
      long id,
      String applicant,
      String area,
      String category,
      int persons,
      LocalDate since,
      boolean passing,
      @Nullable String residence,
      @Nullable String town,
      @Nullable String village,
      @Nullable Long determination,
      @Nullable Long law,
      @Nullable LocalDate month,
      OffsetDateTime cameIn,
      @Nullable String recheck) {}

  /** What is due, and since when. */
  private record Due(List<Award.Amount> amounts, List<LocalDate> months) {}

  /** Those of these ids, with what they get in the month. */
  List<Family> of(List<Long> ids, LocalDate month) {
    List<Row> rows = over(FAMILIES, ids).query(Row.class).list();
    Map<Long, Due> due = due(ids, month);
    Map<Long, List<Award.Person>> people = people(ids, month);
    Map<Long, Determinations.Made> made = made(rows);
    Map<Long, List<ReadAward.Member>> members = awards.members(made);
    List<Family> families = new ArrayList<>();
    for (Row row : rows) {
      Due gets = due.getOrDefault(row.id(), new Due(List.of(), List.of()));
      Award now =
          new Award(
              Coded.of(Category.class, row.category()),
              people.getOrDefault(row.id(), List.of()),
              gets.amounts());
      LocalDate since = gets.months().stream().max(LocalDate::compareTo).orElse(row.since());
      families.add(
          family(row, now, since, made.get(row.id()), members.getOrDefault(row.id(), List.of())));
    }
    return families;
  }

  private static Family family(
      Row row,
      Award now,
      LocalDate since,
      Determinations.@Nullable Made made,
      List<ReadAward.Member> members) {
    return new Family(
        row.id(),
        row.applicant(),
        row.town() == null ? "" : row.town(),
        row.village() == null ? "" : row.village(),
        new RaisedStandard.Covered(
            row.area(),
            "rural".equals(row.residence()) ? Household.Residence.RURAL : Household.Residence.URBAN,
            row.persons()),
        now,
        since,
        row.passing(),
        row.recheck(),
        made,
        members,
        adjustment(row),
        row.cameIn());
  }

  private static Family.@Nullable Adjustment adjustment(Row row) {
    Long law = row.law();
    LocalDate month = row.month();
    return law == null || month == null ? null : new Family.Adjustment(law, month);
  }

  private Map<Long, Determinations.Made> made(List<Row> rows) {
    Map<Long, Long> standings = new HashMap<>();
    for (Row row : rows) {
      if (row.determination() != null) {
        standings.put(row.determination(), row.id());
      }
    }
    Map<Long, Determinations.Made> made = new HashMap<>();
    determinations.all(standings.keySet()).forEach(one -> made.put(standings.get(one.id()), one));
    return made;
  }

  private Map<Long, Due> due(List<Long> ids, LocalDate month) {
    Map<Long, Due> due = new HashMap<>();
    over(AMOUNTS, ids)
        .param("month", month)
        .query(
            row -> {
              Due one =
                  due.computeIfAbsent(
                      row.getLong("standing"),
                      none -> new Due(new ArrayList<>(), new ArrayList<>()));
              one.amounts().add(amount(row));
              one.months().add(row.getObject("from_month", LocalDate.class));
            });
    return due;
  }

  private static Award.Amount amount(ResultSet row) throws SQLException {
    return new Award.Amount(
        row.getString("person"), row.getString("item"), row.getLong("monthly_fen"));
  }

  private Map<Long, List<Award.Person>> people(List<Long> ids, LocalDate month) {
    Map<Long, List<Award.Person>> people = new HashMap<>();
    over(PEOPLE, ids)
        .param("month", month)
        .query(
            row -> {
              people
                  .computeIfAbsent(row.getLong("standing"), none -> new ArrayList<>())
                  .add(
                      new Award.Person(
                          row.getString("person"),
                          row.getString("name"),
                          row.getString("category")));
            });
    return people;
  }

  private JdbcClient.StatementSpec over(String query, List<Long> ids) {
    return jdbc.sql(query).param("ids", ids.toArray(Long[]::new));
  }
}
