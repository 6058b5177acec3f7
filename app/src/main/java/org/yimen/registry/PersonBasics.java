package org.yimen.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register holds of one person, apart from facts. */
@Repository
class PersonBasics {

  /** The number as it may be shown. */
  record Basics(
      String name,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable String ethnicGroup,
      @Nullable String maskedNumber,
      @Nullable LocalDate diedOn) {}

  private final JdbcClient jdbc;
  private final CitizenNumbers numbers;

  PersonBasics(JdbcClient jdbc, CitizenNumbers numbers) {
    this.jdbc = jdbc;
    this.numbers = numbers;
  }

  /** Somebody who has moved belongs to where they live now, not to where they were. */
  Optional<Basics> find(long id, String scope) {
    String query =
        """
        select p.name, p.sex, p.birth_date, p.ethnic_group,
          p.citizen_number[1] as sealed_number, p.died_on
        from registry.person p
        where p.id = :id and (:scope = '' or exists (
          select from registry.membership m join registry.household h on h.id = m.household
          where m.person = p.id and starts_with(h.area, :scope)
            and (m.valid_to is null or not registry.lives_somewhere(p.id))))
        """;
    return jdbc.sql(query)
        .param("id", id)
        .param("scope", scope)
        .query((row, n) -> basics(id, row))
        .optional();
  }

  private Basics basics(long id, ResultSet row) throws SQLException {
    return new Basics(
        row.getString("name"),
        row.getString("sex"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("ethnic_group"),
        numbers.masked(id, row.getBytes("sealed_number")),
        row.getObject("died_on", LocalDate.class));
  }

  List<PersonController.Home> homes(long person) {
    String query =
        """
        select h.id, h.number, m.relation, m.valid_from, m.valid_to, h.address
        from registry.membership m join registry.household h on h.id = m.household
        where m.person = :person
        order by m.valid_to desc nulls first, m.source_row
        """;
    return jdbc.sql(query)
        .param("person", person)
        .query(
            (row, n) -> {
              String relation = CodeNames.relation(row.getString("relation"));
              return new PersonController.Home(
                  row.getLong("id"),
                  row.getString("number"),
                  relation == null ? "未填" : relation,
                  row.getObject("valid_from", LocalDate.class),
                  row.getObject("valid_to", LocalDate.class),
                  row.getString("address"));
            })
        .list();
  }
}
