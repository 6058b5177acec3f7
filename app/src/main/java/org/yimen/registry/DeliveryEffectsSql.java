package org.yimen.registry;

import java.util.List;

/** The steps of {@link DeliveryEffects}; parameters: the first and the last source row. */
final class DeliveryEffectsSql {

  private DeliveryEffectsSql() {}

  static final String TOUCHED_TABLE =
      """
      create temp table touched_household (household bigint primary key) on commit drop
      """;

  static final String OWN_HOUSEHOLDS =
      """
      select household from registry.membership
      where household in (
        select household from registry.membership where source_row between :first and :last)
      group by household
      having min(source_row) >= :first and max(source_row) <= :last
      """;

  /** Every single value that was changed: of what, which, from what, to what. */
  private static final String VALUES =
      """
      select c.id, c.cause, c.subject, c.of, key, c.before -> key as before, c.after -> key as after
      from registry.change c, jsonb_object_keys(c.after) key
      where c.before -> key is distinct from c.after -> key
      """;

  static final String CHANGED_SINCE =
      """
      select distinct later.cause
      from (%1$s) mine join (%1$s) later using (subject, of, key)
      where mine.cause between :first and :last
        and later.cause not between :first and :last
        and later.id > mine.id and subject in ('person', 'household')
      """
          .formatted(VALUES);

  private static final String TOUCH =
      """
      insert into touched_household
      select household from registry.membership where source_row between :first and :last
      union
      select (after ->> 'household')::bigint from registry.change
      where cause between :first and :last and subject = 'membership'
      """;

  private static final String FACTS =
      "delete from registry.fact where source_row between :first and :last";

  private static final String REOPEN_FACTS =
      """
      update registry.fact f set valid_to = null
      from registry.change c
      where c.cause between :first and :last and c.subject = 'fact' and f.id = c.of
        and to_jsonb(f.valid_to) = c.after -> 'valid_to'
      """;

  private static final String NAMES =
      "delete from registry.person_name where source_row between :first and :last";

  private static final String LEAVE =
      "delete from registry.membership where source_row between :first and :last";

  private static final String RETURN =
      """
      update registry.membership m set valid_to = null
      from registry.change c
      where c.cause between :first and :last and c.subject = 'membership' and m.person = c.of
        and m.household = (c.after ->> 'household')::bigint
        and m.source_row = (c.after ->> 'source_row')::bigint
        and to_jsonb(m.valid_to) = c.after -> 'valid_to'
        and not exists (
          select from registry.membership o where o.person = m.person and o.valid_to is null)
      """;

  /** What each subject was before the first change and what the last one made of it. */
  private static String undone(String subject, String table) {
    return """
        select t.id, jsonb_object_agg(v.key, v.before) as was
        from (
          select of, key, (array_agg(before order by id))[1] as before,
            (array_agg(after order by id desc))[1] as after
          from (%s) told
          where cause between :first and :last and subject = '%s'
          group by of, key) v
        join %s t on t.id = v.of and to_jsonb(t) -> v.key = v.after
        group by t.id
        """
        .formatted(VALUES, subject, table);
  }

  private static final String RESTORE_PERSONS =
      """
      update registry.person p set
        (name, citizen_number, sex, birth_date, ethnic_group, died_on, founded_by) = (
          select r.name, r.citizen_number, r.sex, r.birth_date, r.ethnic_group, r.died_on,
            r.founded_by
          from jsonb_populate_record(p, u.was) r)
      from (%s) u where p.id = u.id
      """
          .formatted(undone("person", "registry.person"));

  private static final String RESTORE_HOUSEHOLDS =
      """
      update registry.household h set (number, area, address, residence) = (
        select r.number, r.area, r.address, r.residence from jsonb_populate_record(h, u.was) r)
      from (%s) u where h.id = u.id
      """
          .formatted(undone("household", "registry.household"));

  private static final String EMPTY_HOUSEHOLDS =
      """
      delete from registry.household h
      where h.id in (select household from touched_household)
        and not exists (select from registry.membership m where m.household = h.id)
        and not exists (select from registry.fact f where f.household = h.id)
      """;

  private static final String HEADS_AND_SIZES =
      """
      update registry.household h set size = now.size, head = now.head
      from (
        select t.household, count(m.person) as size,
          (array_agg(m.person order by
             case m.relation when '02' then 0 when '01' then 1 else 2 end, m.source_row))[1] as head
        from touched_household t
        left join registry.membership m on m.household = t.household and m.valid_to is null
        group by t.household) now
      where h.id = now.household
      """;

  private static final String NOTES =
      "delete from registry.change where cause between :first and :last";

  static final List<String> TAKE_BACK =
      List.of(
          TOUCH,
          FACTS,
          REOPEN_FACTS,
          NAMES,
          LEAVE,
          RETURN,
          RESTORE_PERSONS,
          RESTORE_HOUSEHOLDS,
          EMPTY_HOUSEHOLDS,
          HEADS_AND_SIZES,
          NOTES);
}
