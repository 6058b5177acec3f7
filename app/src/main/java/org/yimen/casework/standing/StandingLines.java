package org.yimen.casework.standing;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
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

/** The list of recognised families: whose re-check is due, late, or whose validity runs out. */
@RestController
class StandingLines {

  private static final int SOON = 30;

  private static final String FOUND =
      """
      from casework.standing s
      left join casework.application r on r.standing = s.id and r.kind = 'recheck'
        and r.state not in ('done', 'withdrawn')
      left join registry.area t on t.code = left(s.area, 9)
      left join registry.area v on v.code = s.area and v.level = 'village'
      where (:scope = '' or starts_with(s.area, :scope))
        and starts_with(s.area, :area)
        and (:household = 0 or s.household = :household)
        and (:text = '' or strpos(s.applicant, :text) > 0)
        and (:category = '' or s.category = :category)
        and case :due
          when 'late' then s.recheck_due < :today and s.ended_on is null
          when 'soon' then s.recheck_due between :today and :soon and s.ended_on is null
          when 'expiring' then s.valid_until between :today and :soon and s.ended_on is null
          when 'recheck' then r.id is not null
          when 'grace' then s.grace_until is not null and s.ended_on > :today
          when 'ended' then s.ended_on <= :today
          when 'all' then true
          else s.ended_on is null or s.ended_on > :today end
      """;

  private static final String PAGE =
      """
      select s.id, s.applicant, coalesce(t.name, '') as town, coalesce(v.name, '') as village,
        s.category, s.persons, s.monthly_fen, s.since, s.valid_until, s.recheck_due, s.recheck_name,
        s.grace_until, s.ended_on, r.id as recheck
      """
          + FOUND
          + """
             order by least(s.recheck_due, s.valid_until) nulls last, s.id
            limit :limit offset :offset
            """;

  private static final Set<String> DUE =
      Set.of("", "late", "soon", "expiring", "recheck", "grace", "ended", "all");

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  StandingLines(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A recognised family.
   *
   * @param recheckDue last day of the next re-check, with why in recheckName
   * @param recheck the case of one that is open
   */
  record StandingLine(
      long id,
      String applicant,
      String town,
      String village,
      String category,
      int persons,
      long monthlyFen,
      LocalDate since,
      @Nullable LocalDate validUntil,
      @Nullable LocalDate recheckDue,
      String recheckName,
      @Nullable LocalDate graceUntil,
      @Nullable LocalDate endedOn,
      @Nullable Long recheck) {}

  /**
   * Which families are wanted.
   *
   * @param due late, soon (a re-check within 30 days), expiring (validity within 30 days), recheck
   *     (one is open), grace, ended or all; empty: who is in now
   * @param area what the area's code begins with
   * @param text part of the applicant's name
   * @param household in the register
   */
  record StandingFilter(
      @Nullable String due,
      @Nullable String area,
      @Nullable String category,
      @Nullable String text,
      @Nullable Long household) {

    void check() {
      if (due != null && !DUE.contains(due)) {
        throw ProblemType.INVALID_REQUEST.because(
            "到期情况（due）只能是 late、soon、expiring、recheck、grace、ended、all 之一。");
      }
    }
  }

  @GetMapping("/api/v1/standings")
  @Requires(Permission.CASE_READ)
  @Operation(summary = "Lists recognised families, those that fall due first on top")
  Page<StandingLine> lines(
      @ParameterObject StandingFilter filter,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    filter.check();
    List<StandingLine> lines =
        bound(PAGE, filter)
            .param("limit", Page.limit(limit))
            .param("offset", Math.max(0, offset))
            .query(StandingLine.class)
            .list();
    return new Page<>(bound("select count(*) " + FOUND, filter).query(Long.class).single(), lines);
  }

  private JdbcClient.StatementSpec bound(String query, StandingFilter asked) {
    LocalDate today = LocalDate.now(clock);
    return jdbc.sql(query)
        .param("scope", access.areaPrefix())
        .param("area", Objects.requireNonNullElse(asked.area(), ""))
        .param("household", Objects.requireNonNullElse(asked.household(), 0L))
        .param("text", Objects.requireNonNullElse(asked.text(), "").strip())
        .param("category", Objects.requireNonNullElse(asked.category(), ""))
        .param("due", Objects.requireNonNullElse(asked.due(), ""))
        .param("today", today)
        .param("soon", today.plusDays(SOON));
  }
}
