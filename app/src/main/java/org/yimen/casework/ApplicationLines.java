package org.yimen.casework;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.policy.facts.Coded;

/** The ledger of applications: whose turn it is, and until when (申请登记台账). */
@RestController
class ApplicationLines {

  private static final String FOUND =
      """
      from casework.application a
      left join lateral (
        select name, due, provisional from casework.clock c
        where c.application = a.id and c.stopped_on is null and c.due is not null
        order by c.due limit 1) c on true
      left join registry.area t on t.code = left(a.area, 9)
      left join registry.area v on v.code = a.area and v.level = 'village'
      where (:scope = '' or starts_with(a.area, :scope))
        and starts_with(a.area, :area)
        and (:kind = '' or a.kind = :kind)
        and (:household = 0 or a.household = :household)
        and (:text = '' or strpos(a.number, :text) > 0 or strpos(a.applicant, :text) > 0)
        and (cardinality(:states::text[]) = 0 or a.state = any(:states))
        and (:late = '' or (:late = 'late' and c.due < :today)
          or (:late = 'today' and c.due = :today)
          or (:late = 'soon' and c.due between :today and :today + 3))
      """;

  private static final String PAGE =
      """
      select a.id, a.number, a.kind, a.applicant, coalesce(t.name, '') as town,
        coalesce(v.name, '') as village, a.handed_in, a.applied_for, a.category, a.state,
        c.name, c.due, c.provisional, a.registered_at
      """
          + FOUND
          + " order by c.due nulls last, a.id limit :limit offset :offset";

  private static final Set<String> LATE = Set.of("late", "today", "soon");

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  ApplicationLines(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A line of the ledger.
   *
   * @param kind application or recheck
   * @param state its code
   * @param holder who has it now, in words
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
      OffsetDateTime registeredAt) {

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
          name,
          due,
          Boolean.TRUE.equals(provisional),
          late,
          registeredAt);
    }
  }

  /**
   * Which applications are wanted.
   *
   * @param state codes; none: any
   * @param area what the area's code begins with
   * @param text part of the number or of the applicant's name
   * @param late late, today or soon (within three days); empty: any
   * @param household in the register
   * @param kind application or recheck; empty: any
   */
  record ApplicationFilter(
      @Nullable List<String> state,
      @Nullable String kind,
      @Nullable String area,
      @Nullable String text,
      @Nullable String late,
      @Nullable Long household) {

    void check() {
      if (late != null && !late.isEmpty() && !LATE.contains(late)) {
        throw ProblemType.INVALID_REQUEST.because("期限（late）只能是 late、today、soon 之一。");
      }
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
        bound(PAGE, filter, today)
            .param("limit", Page.limit(limit))
            .param("offset", Math.max(0, offset))
            .query(Row.class)
            .list()
            .stream()
            .map(row -> row.line(today))
            .toList();
    return new Page<>(
        bound("select count(*) " + FOUND, filter, today).query(Long.class).single(), lines);
  }

  private JdbcClient.StatementSpec bound(String query, ApplicationFilter asked, LocalDate today) {
    return jdbc.sql(query)
        .param("scope", access.areaPrefix())
        .param("area", Objects.requireNonNullElse(asked.area(), ""))
        .param("household", Objects.requireNonNullElse(asked.household(), 0L))
        .param("kind", Objects.requireNonNullElse(asked.kind(), ""))
        .param("text", Objects.requireNonNullElse(asked.text(), "").strip())
        .param(
            "states", Objects.requireNonNullElse(asked.state(), List.of()).toArray(String[]::new))
        .param("late", Objects.requireNonNullElse(asked.late(), ""))
        .param("today", today);
  }
}
