package org.yimen.eligibility.evidence;

/** What a {@link RegisterSnapshot} asks the register, in the order of households. */
final class SnapshotSql {

  private SnapshotSql() {}

  /**
   * Parameters: as-of day three times, first and last household, both twice: told of both tables,
   * each is read by its index.
   */
  static final String MEMBERS =
      """
      select h.id, h.number, h.area, h.address, h.residence,
        m.person, m.relation, p.name, p.birth_date, p.sex,
        coalesce(p.died_on <= ?, false) as died, m.person is not distinct from h.head as head
      from registry.household h
      left join registry.membership m on m.household = h.id
        and (m.valid_from is null or m.valid_from <= ?) and (m.valid_to is null or m.valid_to > ?)
        and m.household between ? and ?
      left join registry.person p on p.id = m.person
      where h.id between ? and ?
      order by h.id
      """;

  /**
   * Kinds that the screening reads nothing from would only be carried along: of houses only unsafe
   * ones tell something, of water only what fails.
   */
  private static final String IN_FORCE =
      """
      and (f.valid_from is null or f.valid_from <= ?) and (f.valid_to is null or f.valid_to > ?)
      and f.recorded_at <= ?
      and f.kind in (%s)
      and (f.kind not in ('housing.grade', 'housing.unsafe') or f.code not in ('A', 'B', 'no'))
      and (not starts_with(f.kind, 'water.') or f.code = 'fail')
      """
          .formatted(FactKind.list());

  /** Parameters: first and last household, as-of day twice, latest recording; all of it twice. */
  static final String FACTS =
      """
      select f.household, f.person, f.kind, f.amount, f.code, f.detail, f.valid_from, f.source_kind,
        f.sealed, f.recorded_at
      from registry.fact f
      where f.household between ? and ?
      """
          + IN_FORCE
          + """
      union all
      select m.household, f.person, f.kind, f.amount, f.code, f.detail, f.valid_from, f.source_kind,
        f.sealed, f.recorded_at
      from registry.membership m join registry.fact f on f.person = m.person
      where m.household between ? and ?
      """
          + IN_FORCE
          + "order by 1";
}
