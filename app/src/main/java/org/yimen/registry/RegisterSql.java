package org.yimen.registry;

/** The set-based steps of a {@link RegisterUpdate}. */
final class RegisterSql {

  static final String[] PERSON = {
    "id", "name", "citizen_number", "sex", "birth_date", "ethnic_group", "founded_by"
  };
  static final String[] SIGHTING = {
    "person", "name", "citizen_number", "sex", "birth_date", "ethnic_group", "source_row"
  };
  static final String[] HOUSEHOLD = {"id", "number", "area", "address", "residence"};
  static final String[] MEMBERSHIP = {"household", "person", "relation", "source_row"};
  static final String[] NAME = {"person", "name", "source_row"};
  static final String[] FACT = {
    "person",
    "household",
    "kind",
    "amount",
    "code",
    "detail",
    "sealed",
    "valid_from",
    "valid_to",
    "source_row"
  };

  private RegisterSql() {}

  static final String TEMPORARY_TABLES =
      """
      create temp table if not exists incoming_household (
        id bigint, number text, area text, address text, residence text) on commit drop;
      create temp table if not exists incoming_sighting (
        person bigint, name text, citizen_number bytea[], sex text, birth_date date,
        ethnic_group text, source_row bigint) on commit drop;
      create temp table if not exists incoming_membership (
        household bigint, person bigint, relation text, source_row bigint) on commit drop;
      create temp table if not exists incoming_name (
        person bigint, name text, source_row bigint) on commit drop;
      create temp table if not exists incoming_fact (
        person bigint, household bigint, kind text, amount bigint, code text, detail text,
        sealed bytea, valid_from date, valid_to date, source_row bigint) on commit drop
      """;

  static final String KNOW_SIZES =
      "analyze incoming_household, incoming_sighting, incoming_membership, incoming_name,"
          + " incoming_fact";

  static final String CLEAR =
      "truncate incoming_household, incoming_sighting, incoming_membership, incoming_name,"
          + " incoming_fact";

  private static final String NOTE =
      """
      insert into registry.change (cause, decided, subject, of, before, after)
      select :cause, :decided, '%s', id, before, after from changed
      """;

  /** An update, and what it changed by {@code returning id, before, after}, kept for an undo. */
  private static String noted(String subject, String update) {
    return "with changed as (" + update + ") " + NOTE.formatted(subject);
  }

  /** Parameters of all updates that are noted: {@code cause} and {@code decided}. */
  static final String NOTE_HOUSEHOLDS =
      noted(
          "household",
          """
          select h.id, to_jsonb(h) as before,
            jsonb_strip_nulls(jsonb_build_object('number', i.number, 'area', i.area,
              'address', i.address, 'residence', i.residence)) as after
          from incoming_household i join registry.household h on h.id = i.id
          where (h.number, h.area, h.address, h.residence) is distinct from
            (i.number, coalesce(i.area, h.area), coalesce(i.address, h.address),
             coalesce(i.residence, h.residence))
          """);

  static final String HOUSEHOLDS =
      """
      insert into registry.household (id, number, area, address, residence)
      select id, number, area, address, residence from incoming_household
      on conflict (id) do update set
        number = excluded.number,
        area = coalesce(excluded.area, household.area),
        address = coalesce(excluded.address, household.address),
        residence = coalesce(excluded.residence, household.residence)
      """;

  private static final String FIRST_SIGHTINGS =
      """
      select distinct on (person)
        person, name, citizen_number, sex, birth_date, ethnic_group, source_row
      from incoming_sighting order by person, source_row
      """;

  static final String FILL_IN =
      noted(
          "person",
          """
      update registry.person p set
        citizen_number = coalesce(p.citizen_number, t.citizen_number),
        sex = coalesce(p.sex, t.sex),
        birth_date = coalesce(p.birth_date, t.birth_date),
        ethnic_group = coalesce(p.ethnic_group, t.ethnic_group)
      from (
        select person, n.citizen_number, s.sex, s.birth_date, s.ethnic_group
        from (
          select person, min(sex) as sex, min(birth_date) as birth_date,
            min(ethnic_group) as ethnic_group
          from incoming_sighting group by person) s
        left join (
          select distinct on (person) person, citizen_number from incoming_sighting
          where citizen_number is not null order by person, source_row) n using (person)) t
      join registry.person o on o.id = t.person
      where t.person = p.id
        and (p.citizen_number is null and t.citizen_number is not null
          or p.sex is null and t.sex is not null
          or p.birth_date is null and t.birth_date is not null
          or p.ethnic_group is null and t.ethnic_group is not null)
      returning p.id, to_jsonb(o) as before, to_jsonb(p) as after
      """);

  static final String KEEP_FORMER_NAMES =
      """
      insert into registry.person_name (person, name, source_row)
      select p.id, p.name, s.source_row
      from (%s) s join registry.person p on p.id = s.person
      where p.name <> s.name
      on conflict do nothing
      """
          .formatted(FIRST_SIGHTINGS);

  static final String OVERRULE =
      noted(
          "person",
          """
      update registry.person p set
        name = s.name,
        citizen_number = coalesce(s.citizen_number, p.citizen_number),
        sex = coalesce(s.sex, p.sex),
        birth_date = coalesce(s.birth_date, p.birth_date),
        ethnic_group = coalesce(s.ethnic_group, p.ethnic_group),
        founded_by = 'residence'
      from (%s) s join registry.person o on o.id = s.person
      where s.person = p.id
        and (p.name, p.citizen_number, p.sex, p.birth_date, p.ethnic_group, p.founded_by)
          is distinct from
            (s.name, coalesce(s.citizen_number, p.citizen_number), coalesce(s.sex, p.sex),
             coalesce(s.birth_date, p.birth_date), coalesce(s.ethnic_group, p.ethnic_group),
             'residence')
      returning p.id, to_jsonb(o) as before, to_jsonb(p) as after
      """
              .formatted(FIRST_SIGHTINGS));

  private static final String MEMBERSHIP_ENDS =
      """
      returning m.person as id, '{}'::jsonb as before, jsonb_build_object('household', m.household,
        'source_row', m.source_row, 'valid_to', m.valid_to) as after
      """;

  /** Whoever the residence file now shows elsewhere has left where they were. */
  static final String LEAVE_OLD_HOUSEHOLDS =
      noted(
          "membership",
          """
          update registry.membership m set valid_to = :today
          from incoming_membership i
          where m.person = i.person and m.household <> i.household and m.valid_to is null
          """
              + MEMBERSHIP_ENDS);

  static final String NEW_MEMBERSHIPS =
      """
      insert into registry.membership (household, person, relation, source_row)
      select distinct on (i.household, i.person) i.household, i.person, i.relation, i.source_row
      from incoming_membership i
      where not exists (
        select from registry.membership m
        where m.person = i.person and m.household = i.household
          and (m.valid_to is null or exists (
            select from incoming_fact f where f.person = i.person and f.kind = 'movedOut')))
      order by i.household, i.person, i.source_row
      """;

  /** The head is who says so (02), else the applicant (01), else the first on record. */
  static final String HEADS_AND_SIZES =
      """
      update registry.household h set size = now.size, head = now.head
      from (
        select touched.household, count(m.person) as size,
          (array_agg(m.person order by
             case m.relation when '02' then 0 when '01' then 1 else 2 end, m.source_row))[1] as head
        from (
          select household from incoming_membership
          union
          select m.household from registry.membership m join incoming_membership i using (person)
        ) touched
        left join registry.membership m on m.household = touched.household and m.valid_to is null
        group by touched.household) now
      where h.id = now.household
      """;

  static final String NEW_SPELLINGS =
      """
      insert into registry.person_name (person, name, source_row)
      select distinct on (i.person, i.name) i.person, i.name, i.source_row
      from incoming_name i
      where not exists (
        select from registry.person p where p.id = i.person and p.name = i.name)
      order by i.person, i.name, i.source_row
      on conflict do nothing
      """;

  private static final String SAME =
      """
      f.%1$s = i.%1$s and f.kind = i.kind and f.source_kind = :kind
      and (f.amount, f.code, f.detail, f.sealed, f.valid_from, f.valid_to)
          is not distinct from (i.amount, i.code, i.detail, i.sealed, i.valid_from, i.valid_to)
      """;

  /**
   * An open fact ends where a newer delivery of the same kind says something else of the same
   * person; what happened on a day (a payment, an expense, a visit) stays true beside the next.
   */
  static final String CLOSE_SUPERSEDED =
      noted(
          "fact",
          """
      update registry.fact f set valid_to = greatest(f.valid_from, coalesce(i.since, :today))
      from (
        select %1$s, kind, max(valid_from) as since
        from incoming_fact where %1$s is not null group by %1$s, kind) i
      where f.%1$s = i.%1$s and f.kind = i.kind and f.source_kind = :kind and f.valid_to is null
        and f.source_row < :first
        and f.kind not in
          ('payment.dibao', 'expense.medical', 'visit', 'disaster', 'petition', 'death', 'movedOut')
        and not exists (select from incoming_fact i where\s"""
              + SAME
              + """
              )
              returning f.id, '{}'::jsonb as before,
                jsonb_build_object('valid_to', f.valid_to) as after
              """);

  static final String FORGET_REPEATED =
      "delete from incoming_fact i using registry.fact f where " + SAME;

  static final String NEW_FACTS =
      """
      insert into registry.fact (person, household, kind, amount, code, detail, sealed,
        valid_from, valid_to, source_row, source_kind)
      select distinct on (person, household, kind, amount, code, detail, sealed, valid_from, valid_to)
        person, household, kind, amount, code, detail, sealed,
        valid_from, valid_to, source_row, :kind
      from incoming_fact
      order by person, household, kind, amount, code, detail, sealed, valid_from, valid_to, source_row
      """;

  static final String DEATHS =
      noted(
          "person",
          """
          update registry.person p set died_on = i.valid_from
          from incoming_fact i
          where i.kind = 'death' and i.person = p.id and p.died_on is null
          returning p.id, jsonb_build_object('died_on', null) as before,
            jsonb_build_object('died_on', p.died_on) as after
          """);

  static final String MOVED_OUT =
      noted(
          "membership",
          """
          update registry.membership m set valid_to = i.valid_from
          from incoming_fact i
          where i.kind = 'movedOut' and i.person = m.person and m.valid_to is null
            and i.valid_from is not null
          """
              + MEMBERSHIP_ENDS);

  static final String CHANGED_NOW = "update registry.last_change set at = clock_timestamp()";
}
