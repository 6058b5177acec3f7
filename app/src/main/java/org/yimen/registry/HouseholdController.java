package org.yimen.registry;

import io.swagger.v3.oas.annotations.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
class HouseholdController {

  private static final String MEMBERS =
      """
      select p.*, p.citizen_number[1] as sealed_number, m.relation, m.valid_from, m.valid_to
      from (
        select distinct on (person) * from registry.membership where household = :id
        order by person, valid_to desc nulls first, source_row) m
      join registry.person p on p.id = m.person
      order by case m.relation when '02' then 0 when '01' then 1 else 2 end,
        p.birth_date nulls last, p.id
      """;

  private final JdbcClient jdbc;
  private final FactLines facts;
  private final CitizenNumbers numbers;
  private final Access access;
  private final Clock clock;

  HouseholdController(
      JdbcClient jdbc, FactLines facts, CitizenNumbers numbers, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.numbers = numbers;
    this.access = access;
    this.clock = clock;
  }

  /** Relation as in GB/T 4761, empty where unknown; age in years, at death for who has died. */
  record Member(
      long id,
      String name,
      String relation,
      String relationName,
      @Nullable String sex,
      @Nullable LocalDate birthDate,
      @Nullable Integer age,
      @Nullable String citizenNumber,
      @Nullable LocalDate diedOn,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  record Household(
      long id,
      String number,
      @Nullable String address,
      String town,
      String village,
      @Nullable String residence,
      List<Member> members,
      List<FactLines.Line> facts) {}

  private record Home(
      String number,
      @Nullable String address,
      String town,
      String village,
      @Nullable String residence) {}

  @GetMapping("/api/v1/households/{id}")
  @Requires(Permission.REGISTER_READ)
  @Operation(summary = "A household with its members and the time line of their facts")
  Household household(@PathVariable long id) {
    Home home =
        find(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这一户，或不在您的管辖范围内。请返回台账重新查找。"));
    access.tellRead(Deed.HOUSEHOLD_READ, "household", id);
    LocalDate today = LocalDate.now(clock);
    List<Member> members =
        jdbc.sql(MEMBERS).param("id", id).query((row, n) -> member(row, today)).list();
    return new Household(
        id,
        home.number(),
        home.address(),
        home.town(),
        home.village(),
        home.residence(),
        members,
        facts.ofHousehold(id));
  }

  private Optional<Home> find(long id) {
    String query =
        """
        select h.number, h.address, coalesce(t.name, '') as town, coalesce(v.name, '') as village,
          h.residence
        from registry.household h
        left join registry.area t on t.code = left(h.area, 9)
        left join registry.area v on v.code = h.area and v.level = 'village'
        where h.id = :id and (:scope = '' or starts_with(h.area, :scope))
        """;
    return jdbc.sql(query)
        .param("id", id)
        .param("scope", access.areaPrefix())
        .query(Home.class)
        .optional();
  }

  private Member member(ResultSet row, LocalDate today) throws SQLException {
    String relation = row.getString("relation");
    String name = CodeNames.relation(relation);
    LocalDate born = row.getObject("birth_date", LocalDate.class);
    LocalDate died = row.getObject("died_on", LocalDate.class);
    return new Member(
        row.getLong("id"),
        row.getString("name"),
        relation == null ? "" : relation,
        name == null ? "未填" : name,
        row.getString("sex"),
        born,
        Age.on(died == null ? today : died, born),
        numbers.masked(row.getLong("id"), row.getBytes("sealed_number")),
        died,
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
