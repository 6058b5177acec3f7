package org.yimen.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  private final PersonBasics persons;
  private final FactLines facts;
  private final PersonNames names;
  private final Access access;
  private final Clock clock;

  PersonController(
      PersonBasics persons, FactLines facts, PersonNames names, Access access, Clock clock) {
    this.persons = persons;
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

  @GetMapping("/api/v1/persons/{id}")
  @Requires(Permission.REGISTER_READ)
  @Operation(summary = "A person with names, households, facts and the rows linked to them")
  Person person(@PathVariable long id) {
    PersonBasics.Basics basics =
        persons
            .find(id, access.areaPrefix())
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这个人，或不在您的管辖范围内。请返回台账重新查找。"));
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
        basics.maskedNumber(),
        basics.diedOn(),
        names.of(id, basics.name(), records),
        persons.homes(id),
        facts.ofPerson(id),
        records);
  }
}
