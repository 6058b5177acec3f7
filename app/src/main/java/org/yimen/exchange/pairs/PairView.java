package org.yimen.exchange.pairs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yimen.exchange.loading.SealedRows;
import org.yimen.exchange.pairs.PairController.Candidate;
import org.yimen.exchange.pairs.PairController.Pair;
import org.yimen.exchange.pairs.PairController.RowPlace;
import org.yimen.platform.ProblemType;
import org.yimen.registry.CitizenNumbers;

/** A row and its candidates side by side. Numbers and phones show only what tells them apart. */
@Repository
class PairView {

  private static final String ROW =
      """
      select p.source_row as id, p.state, p.why, d.file_name, r.sheet, r.row
      from exchange.doubtful_pair p
      join exchange.source_row r on r.id = p.source_row
      join exchange.delivery d on d.id = r.delivery
      where p.source_row = :id
      """;

  /** Codes of areas by name, as far as the register knows them. */
  private static final String AREA_NAME =
      """
      (select string_agg(a.name, '' order by a.code) from registry.area a
       where a.level <> 'county' and starts_with(%1$s, a.code))
      """;

  private static final String EVIDENCE =
      """
      select e.name, e.sealed, e.sex, e.birth, e.area, e.household_size as size,
        e.relation, %s as area_name
      from exchange.evidence e where e.source_row = :id
      """
          .formatted(AREA_NAME.formatted("e.area"));

  private static final String CANDIDATES =
      """
      select c.person, c.weight, p.name, p.citizen_number[1] as sealed_number, p.sex,
        p.birth_date::text as birth, h.area, h.address, h.size, m.relation,
        (select string_agg(n.name, '、') from registry.membership o
          join registry.person n on n.id = o.person
          where o.household = h.id and o.valid_to is null and o.person <> p.id) as other_name,
        (select array_agg(n.name) from registry.person_name n where n.person = p.id) as spellings,
        %s as area_name
      from exchange.pair_candidate c
      join registry.person p on p.id = c.person
      left join lateral (
        select household, relation from registry.membership
        where person = p.id order by (valid_to is null) desc, source_row desc limit 1) m on true
      left join registry.household h on h.id = m.household
      where c.source_row = :id order by c.rank
      """
          .formatted(AREA_NAME.formatted("h.area"));

  private static final String EARLIER =
      """
      select e.* from exchange.source_row r join exchange.evidence e on e.source_row = r.id
      where r.person = :person and r.id <> :id
      """;

  private final JdbcClient jdbc;
  private final SealedRows sealed;
  private final CitizenNumbers numbers;

  PairView(JdbcClient jdbc, SealedRows sealed, CitizenNumbers numbers) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.numbers = numbers;
  }

  private static Number number(Map<String, Object> row, String column) {
    return (Number) Objects.requireNonNull(row.get(column));
  }

  private static void put(Map<String, Object> side, String field, @Nullable String value) {
    if (value != null) {
      side.put(field, value);
    }
  }

  /** The greatest of the phones that the person's other rows tell. */
  private @Nullable String phone(long person, long id) {
    return jdbc
        .sql(EARLIER)
        .param("person", person)
        .param("id", id)
        .query((row, number) -> Optional.ofNullable(sealed.contact(row).phone()))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Map<String, Object> evidence(long id) {
    Map<String, Object> evidence = jdbc.sql(EVIDENCE).param("id", id).query().singleRow();
    SealedRows.Contact contact = sealed.contact(id, (byte[]) evidence.get("sealed"));
    put(evidence, "number", contact.number());
    put(evidence, "phone", contact.phone());
    put(evidence, "address", contact.address());
    put(evidence, "other_name", contact.otherName());
    return evidence;
  }

  Pair pair(long id) {
    Map<String, Object> evidence = evidence(id);
    List<Candidate> candidates = new ArrayList<>();
    for (Map<String, Object> known : jdbc.sql(CANDIDATES).param("id", id).query().listOfRows()) {
      long person = number(known, "person").longValue();
      put(known, "number", numbers.open(person, (byte[]) known.get("sealed_number")));
      put(known, "phone", phone(person, id));
      candidates.add(
          new Candidate(
              person, number(known, "weight").floatValue(), SideBySide.fields(evidence, known)));
    }
    return jdbc.sql(ROW)
        .param("id", id)
        .query(
            (row, number) ->
                new Pair(
                    id,
                    row.getString("state"),
                    row.getString("why"),
                    new RowPlace(
                        row.getString("file_name"), row.getString("sheet"), row.getInt("row")),
                    candidates))
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这一对记录。"));
  }
}
