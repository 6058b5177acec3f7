package org.yimen.casework;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.policy.facts.Coded;

/** The ledger of applications: whose turn it is, and until when (申请登记台账). */
@RestController
class ApplicationLines {

  private static final String PAGE =
      """
      select a.id, a.number, a.kind, a.applicant, coalesce(t.name, '') as town,
        coalesce(v.name, '') as village, a.handed_in, a.applied_for,
        coalesce(a.category, s.category) as category, a.state,
        c.name, c.due, c.provisional, a.registered_at, array_to_string(array(
          select coalesce(n.display_name, g.investigator) from casework.assignment g
          left join identity.account n
            on n.username = identity.now_does(g.investigator, g.assigned_at, :today)
          where g.application = a.id and g.ended_at is null order by g.id), '、') as investigators
      """
          + FindApplications.FROM
          + """
          left join casework.standing s on s.id = a.standing
          left join registry.area t on t.code = left(a.area, 9)
          left join registry.area v on v.code = a.area and v.level = 'village'
          """
          + FindApplications.WHERE
          + " order by c.due nulls last, a.id limit :limit offset :offset";

  private final FindApplications find;
  private final Clock clock;

  ApplicationLines(FindApplications find, Clock clock) {
    this.find = find;
    this.clock = clock;
  }

  /**
   * A line of the ledger.
   *
   * @param kind application or recheck
   * @param category what was proposed last; of a re-check, what the family is until then
   * @param state its code
   * @param holder who has it now, in words
   * @param investigators who is to visit the family, by name
   * @param limit the limit that ends next, with its last day; null where none runs
   * @param daysLate calendar days since that day; 0 where it isn't over
   */
  record ApplicationLine(
      long id,
      String number,
      String kind,
      String applicant,
      String town,
      String village,
      String handedIn,
      String appliedFor,
      @Nullable String category,
      String state,
      String stateTitle,
      String holder,
      List<String> investigators,
      @Nullable String limit,
      @Nullable LocalDate due,
      boolean provisional,
      int daysLate,
      OffsetDateTime registeredAt) {}

  private record Row(
      long id,
      String number,
      String kind,
      String applicant,
      String town,
      String village,
      String handedIn,
      String appliedFor,
      @Nullable String category,
      String state,
      @Nullable String name,
      @Nullable LocalDate due,
      @Nullable Boolean provisional,
      OffsetDateTime registeredAt,
      String investigators) {

    ApplicationLine line(LocalDate today) {
      State now = Coded.of(State.class, state);
      int late = due == null ? 0 : (int) Math.max(0, today.toEpochDay() - due.toEpochDay());
      return new ApplicationLine(
          id,
          number,
          kind,
          applicant,
          town,
          village,
          handedIn,
          appliedFor,
          category,
          state,
          now.title(),
          now.holder().title(),
          investigators.isEmpty() ? List.of() : List.of(investigators.split("、")),
          name,
          due,
          Boolean.TRUE.equals(provisional),
          late,
          registeredAt);
    }
  }

  @GetMapping("/api/v1/applications")
  @Requires(Permission.CASE_READ)
  @Operation(summary = "Lists applications, those whose limit ends first on top")
  Page<ApplicationLine> lines(
      @ParameterObject ApplicationFilter filter,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    filter.check();
    LocalDate today = LocalDate.now(clock);
    List<ApplicationLine> lines =
        find
            .bound(PAGE, filter)
            .param("limit", Page.limit(limit))
            .param("offset", Math.max(0, offset))
            .query(Row.class)
            .list()
            .stream()
            .map(row -> row.line(today))
            .toList();
    return new Page<>(
        find.bound("select count(*) " + FindApplications.FROM + FindApplications.WHERE, filter)
            .query(Long.class)
            .single(),
        lines);
  }
}
