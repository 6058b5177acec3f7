package org.yimen.casework.takeover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Households that a roll shows as recognised and that never stood here, in one query. */
@Component
class ReadRolls {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ROLLS =
      """
      with listed as (
        select coalesce(f.household, m.household) as household, f.person, substr(f.kind, 6) as list,
          f.amount, f.valid_from
        from registry.fact f
        left join registry.membership m on m.person = f.person and m.valid_to is null
        where f.kind in ('list.dibao', 'list.dibaoMargin', 'list.rigidExpense', 'list.tekun')
          and (f.valid_to is null or f.valid_to > :today)),
      told as (
        select household,
          coalesce(array_agg(distinct list order by list) filter (where list <> 'tekun'), '{}') as lists,
          coalesce(max(amount) filter (where list = 'dibao'), 0) as allowance,
          min(valid_from) as since
        from listed group by household),
      supported as (
        select household, jsonb_object_agg(person, jsonb_build_object('basic', amount, 'care', (
            select max(c.amount) from registry.fact c
            where c.person = p.person and c.kind = 'tekun.care'
              and (c.valid_to is null or c.valid_to > :today)))) as persons
        from (
          select household, person, max(amount) as amount from listed
          where list = 'tekun' and person is not null group by household, person) p
        group by household)
      select h.id, h.area, t.lists, t.allowance, t.since, s.persons::text as supported,
        coalesce(a.name, '') as head_name, m.members::text as members,
        (select max(f.amount)::int from registry.fact f
          where f.household = h.id and f.kind = 'size.covered'
            and (f.valid_to is null or f.valid_to > :today)) as covered,
        exists (
          select from casework.application a
          where a.household = h.id and a.state = any(:open)) as applied,
        exists (
          select from registry.membership o join casework.recognition r on r.person = o.person::text
          where o.household = h.id and o.valid_to is null
            and (r.valid_to is null or r.valid_to > :month)) as elsewhere
      from told t
      join registry.household h on h.id = t.household
      left join supported s on s.household = h.id
      left join registry.person a on a.id = h.head
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'left', exists (
            select from registry.fact f where f.person = p.id and f.kind = 'dibao.notCovered'
              and (f.valid_to is null or f.valid_to > :today)))
          order by p.id is distinct from h.head, p.birth_date nulls last, p.id) as members
        from registry.membership o join registry.person p on p.id = o.person
        where o.household = h.id and o.valid_to is null and p.died_on is null
          and not exists (
            select from registry.fact f where f.person = p.id and f.kind in ('death', 'movedOut')
              and (f.valid_from is null or f.valid_from <= :today)
              and (f.valid_to is null or f.valid_to > :today))) m on true
      where (:scope = '' or starts_with(h.area, :scope))
        and not exists (select from casework.standing x where x.household = h.id)
      order by h.area, h.id
      """;

  private final JdbcClient jdbc;

  ReadRolls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * All of an area.
   *
   * @param scope what the area begins with; empty: everywhere
   */
  List<Roll> in(String scope, LocalDate today) {
    return jdbc.sql(ROLLS)
        .param("scope", scope)
        .param("today", today)
        .param("month", today.withDayOfMonth(1))
        .param("open", State.openCodes())
        .query((row, n) -> roll(row))
        .list();
  }

  private static Roll roll(ResultSet row) throws SQLException {
    List<Roll.Person> members = members(row.getString("members"));
    return new Roll(
        row.getLong("id"),
        row.getString("area"),
        row.getString("head_name"),
        members,
        Arrays.asList((String[]) row.getArray("lists").getArray()),
        row.getLong("allowance"),
        supported(row.getString("supported")),
        row.getObject("since", LocalDate.class),
        row.getObject("covered", Integer.class),
        row.getBoolean("applied"),
        row.getBoolean("elsewhere"));
  }

  private static List<Roll.Person> members(String json) {
    List<Roll.Person> members = new ArrayList<>();
    if (json != null) {
      JSON.readTree(json)
          .forEach(
              one ->
                  members.add(
                      new Roll.Person(
                          one.path("id").asLong(),
                          one.path("name").asString(),
                          one.path("left").asBoolean())));
    }
    return members;
  }

  private static Map<Long, Roll.Support> supported(String json) {
    Map<Long, Roll.Support> supported = new HashMap<>();
    if (json != null) {
      for (Map.Entry<String, JsonNode> one : JSON.readTree(json).properties()) {
        supported.put(
            Long.valueOf(one.getKey()),
            new Roll.Support(fen(one.getValue(), "basic"), fen(one.getValue(), "care")));
      }
    }
    return supported;
  }

  private static long fen(JsonNode said, String item) {
    return said.path(item).asLong(0);
  }
}
