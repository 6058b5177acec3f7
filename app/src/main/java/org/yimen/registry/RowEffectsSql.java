package org.yimen.registry;

import java.util.List;

/** The steps of {@link RowEffects}. */
final class RowEffectsSql {

  private RowEffectsSql() {}

  private static final String REOPEN_FACTS =
      """
      update registry.fact f set valid_to = null
      from json_array_elements_text(cast(:changes as json) #> '{before,openFacts}') b (id)
      where f.id = b.id::bigint and f.source_row <> :row
        and b.id not in (
          select * from json_array_elements_text(cast(:changes as json) #> '{after,openFacts}'))
      """;

  private static final String REOPEN_HOMES =
      """
      update registry.membership m set valid_to = null
      from json_array_elements_text(cast(:changes as json) #> '{before,homes}') b (household)
      where m.household = b.household::bigint and m.source_row <> :row
        and m.person = (cast(:changes as json) #>> '{before,person,id}')::bigint
        and b.household not in (
          select * from json_array_elements_text(cast(:changes as json) #> '{after,homes}'))
        and not exists (
          select from registry.membership o
          where o.person = m.person and o.household = m.household and o.valid_to is null)
        and m.source_row = (
          select max(o.source_row) from registry.membership o
          where o.person = m.person and o.household = m.household and o.source_row <> :row)
      """;

  private static final String RESTORE_PERSON =
      """
      update registry.person p set
        name = case when p.name is not distinct from a.name then b.name else p.name end,
        citizen_number = case when p.citizen_number is not distinct from a.citizen_number
          then b.citizen_number else p.citizen_number end,
        sex = case when p.sex is not distinct from a.sex then b.sex else p.sex end,
        birth_date = case when p.birth_date is not distinct from a.birth_date
          then b.birth_date else p.birth_date end,
        ethnic_group = case when p.ethnic_group is not distinct from a.ethnic_group
          then b.ethnic_group else p.ethnic_group end,
        died_on = case when p.died_on is not distinct from a.died_on
          then b.died_on else p.died_on end,
        founded_by = case when p.founded_by is not distinct from a.founded_by
          then b.founded_by else p.founded_by end
      from
        json_populate_record(null::registry.person, cast(:changes as json) #> '{before,person}') b,
        json_populate_record(null::registry.person, cast(:changes as json) #> '{after,person}') a
      where p.id = b.id
      """;

  private static final String FACTS = "delete from registry.fact where source_row = :row";

  private static final String NAMES = "delete from registry.person_name where source_row = :row";

  private static final String LEAVE =
      """
      with gone as (
        delete from registry.membership where source_row = :row returning household, person)
      update registry.household h set
        size = (
          select count(*) from registry.membership m
          where m.household = h.id and m.valid_to is null and m.source_row <> :row),
        head = case when h.head = gone.person then (
          select m.person from registry.membership m
          where m.household = h.id and m.valid_to is null and m.person <> gone.person
          order by case m.relation when '02' then 0 when '01' then 1 else 2 end, m.source_row
          limit 1) else h.head end
      from gone where h.id = gone.household
      """;

  private static final String COUNT_HOMES =
      """
      update registry.household h set size = (
        select count(*) from registry.membership m where m.household = h.id and m.valid_to is null)
      from json_array_elements_text(cast(:changes as json) #> '{before,homes}') b (household)
      where h.id = b.household::bigint
      """;

  /** What was noted for taking the whole delivery back. */
  private static final String NOTES = "delete from registry.change where cause = :row and decided";

  static final List<String> TAKE_BACK =
      List.of(
          FACTS,
          REOPEN_FACTS,
          NAMES,
          LEAVE,
          REOPEN_HOMES,
          COUNT_HOMES,
          RESTORE_PERSON,
          NOTES,
          RegisterSql.CHANGED_NOW);

  static final List<String> TAKE_BACK_FOUNDED =
      List.of(
          FACTS,
          NAMES,
          LEAVE,
          """
          delete from registry.household h
          where h.id = :household
            and not exists (select from registry.membership where household = h.id)
            and not exists (select from registry.fact where household = h.id)
          """,
          "delete from registry.person where id = :person",
          NOTES,
          RegisterSql.CHANGED_NOW);
}
