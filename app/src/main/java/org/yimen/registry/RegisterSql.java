package org.yimen.registry;

/** The set-based steps of a {@link RegisterUpdate}. */
final class RegisterSql {

  static final String[] PERSON = {
    "id", "name", "citizen_number", "sex", "birth_date", "ethnic_group", "founded_by"
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
    "valid_from",
    "valid_to",
    "source_row"
  };

  private RegisterSql() {}

  static final String TEMPORARY_TABLES =
      """
      create temp table if not exists incoming_membership (
        household bigint, person bigint, relation text, source_row bigint) on commit drop;
      create temp table if not exists incoming_name (
        person bigint, name text, source_row bigint) on commit drop;
      create temp table if not exists incoming_fact (
        person bigint, household bigint, kind text, amount bigint, code text, detail text,
        valid_from date, valid_to date, source_row bigint) on commit drop
      """;

  static final String CLEAR = "truncate incoming_membership, incoming_name, incoming_fact";

  /** Whoever the residence file now shows elsewhere has left where they were. */
  static final String LEAVE_OLD_HOUSEHOLDS =
      """
      update registry.membership m set valid_to = :today
      from incoming_membership i
      where m.person = i.person and m.household <> i.household and m.valid_to is null
      """;

  static final String NEW_MEMBERSHIPS =
      """
      insert into registry.membership (household, person, relation, source_row)
      select distinct on (i.household, i.person) i.household, i.person, i.relation, i.source_row
      from incoming_membership i
      where not exists (
        select from registry.membership m
        where m.person = i.person and m.household = i.household and m.valid_to is null)
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
      and (f.amount, f.code, f.detail, f.valid_from, f.valid_to)
          is not distinct from (i.amount, i.code, i.detail, i.valid_from, i.valid_to)
      """;

  /**
   * An open fact ends where a newer delivery of the same kind says something else of the same
   * person; what happened on a day (a payment, an expense, a visit) stays true beside the next.
   */
  static final String CLOSE_SUPERSEDED =
      """
      update registry.fact f set valid_to = greatest(f.valid_from, coalesce(i.since, :today))
      from (
        select %1$s, kind, max(valid_from) as since
        from incoming_fact where %1$s is not null group by %1$s, kind) i
      where f.%1$s = i.%1$s and f.kind = i.kind and f.source_kind = :kind and f.valid_to is null
        and f.kind not in
          ('payment.dibao', 'expense.medical', 'visit', 'disaster', 'petition', 'death', 'movedOut')
        and not exists (select from incoming_fact i where\s"""
          + SAME
          + ")";

  static final String FORGET_REPEATED =
      "delete from incoming_fact i using registry.fact f where " + SAME;

  static final String NEW_FACTS =
      """
      insert into registry.fact
        (person, household, kind, amount, code, detail, valid_from, valid_to, source_row, source_kind)
      select distinct on (person, household, kind, amount, code, detail, valid_from, valid_to)
        person, household, kind, amount, code, detail, valid_from, valid_to, source_row, :kind
      from incoming_fact
      order by person, household, kind, amount, code, detail, valid_from, valid_to, source_row
      """;

  static final String DEATHS =
      """
      update registry.person p set died_on = i.valid_from
      from incoming_fact i
      where i.kind = 'death' and i.person = p.id and p.died_on is null
      """;

  static final String MOVED_OUT =
      """
      update registry.membership m set valid_to = i.valid_from
      from incoming_fact i
      where i.kind = 'movedOut' and i.person = m.person and m.valid_to is null
        and i.valid_from is not null
      """;
}
