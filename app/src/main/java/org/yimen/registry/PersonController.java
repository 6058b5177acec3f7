package org.yimen.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

@RestController
class PersonController {

  private final JdbcClient jdbc;
  private final FactLines facts;
  private final PersonNames names;
  private final Access access;
  private final Clock clock;

  PersonController(
      JdbcClient jdbc, FactLines facts, PersonNames names, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.names = names;
    this.access = access;
    this.clock = clock;
  }

  /** The first name is the one the register goes by. */
  record Person(
      long id,
      String name,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable Integer age,
      @Nullable String ethnicGroup,
      @Nullable String citizenNumber,
      @Nullable LocalDate diedOn,
      List<PersonNames.Spelling> names,
      List<Home> households,
      List<FactLines.Line> facts,
      List<RowSources.LinkedRow> records) {}

  @Schema(name = "PersonHousehold")
  record Home(
      long id,
      String number,
      String relationName,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String address) {}

  private record Basics(
      String name,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable String ethnicGroup,
      @Nullable String citizenNumber,
      @Nullable LocalDate diedOn) {}

  @GetMapping("/api/v1/persons/{id}")
  @Requires(Permission.REGISTER_READ)
  @Operation(summary = "A person with names, households, facts and the rows linked to them")
  Person person(@PathVariable long id) {
    Basics basics = find(id);
    access.tellRead(Deed.PERSON_READ, "person", id);
    LocalDate day = basics.diedOn() == null ? LocalDate.now(clock) : basics.diedOn();
    List<RowSources.LinkedRow> records = facts.rowsOf(id);
    return new Person(
        id,
        basics.name(),
        basics.sex(),
        basics.birthDate(),
        Age.on(day, basics.birthDate()),
        CodeNames.ethnicGroup(basics.ethnicGroup()),
        MaskedNumber.of(basics.citizenNumber()),
        basics.diedOn(),
        names.of(id, basics.name(), records),
        homes(id),
        facts.ofPerson(id),
        records);
  }

  /** Somebody who has moved belongs to where they live now, not to where they were. */
  private Basics find(long id) {
    String query =
        """
        select p.name, p.sex, p.birth_date, p.ethnic_group, p.citizen_number, p.died_on
        from registry.person p
        where p.id = :id and (:scope = '' or exists (
          select from registry.membership m join registry.household h on h.id = m.household
          where m.person = p.id and starts_with(h.area, :scope)
            and (m.valid_to is null or not registry.lives_somewhere(p.id))))
        """;
    return jdbc.sql(query)
        .param("id", id)
        .param("scope", access.areaPrefix())
        .query(Basics.class)
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这个人，或不在您的管辖范围内。请返回台账重新查找。"));
  }

  private List<Home> homes(long person) {
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
              return new Home(
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
