package org.yimen.registry.minors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/**
 * Requests to see the sensitive details of a household's minors, decided by a second person
 * (未成年人网络保护条例 第三十六条).
 */
@RestController
@RequestMapping("/api/v1/minor-requests")
@Requires(Permission.REGISTER_READ)
class MinorRequestController {

  static final ProblemType DECIDED =
      new ProblemType("minor-request-decided", HttpStatus.CONFLICT, "申请已经处理");
  private static final ProblemType NOT_OWN =
      new ProblemType("not-allowed", HttpStatus.FORBIDDEN, "没有权限");

  private static final String LINES =
      """
      select r.id, r.household, h.number, r.person, p.name as person_name, r.purpose,
        r.asked_by_name, r.unit, r.asked_at, r.decided_by_name, r.decided_at, r.approved, r.note,
        r.valid_until, r.asked_by = :me as own
      from registry.minor_request r
      join registry.household h on h.id = r.household
      left join registry.person p on p.id = r.person
      where (:scope = '' or starts_with(h.area, :scope)) and (:all or r.asked_by = :me)
      order by r.approved is not null, r.asked_at desc limit 200
      """;

  private static final String ASK =
      """
      insert into registry.minor_request
        (household, person, purpose, asked_by, asked_by_name, unit, asked_at)
      select h.id, cast(:person as bigint), :purpose, :me, :name, :unit, :now
      from registry.household h
      where h.id = :household and (:scope = '' or starts_with(h.area, :scope))
        and (cast(:person as bigint) is null or exists (
          select from registry.membership m where m.household = h.id and m.person = :person))
      """;

  private static final String DECIDE =
      """
      update registry.minor_request
      set decided_by = :me, decided_by_name = :name, decided_at = :now, approved = :approved,
        note = :note, valid_until = :until
      where id = :id and decided_by is null
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  MinorRequestController(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** A request. Without a person it is about all minors of the household; undecided: nulls. */
  @Schema(name = "MinorRequest")
  record Line(
      long id,
      long household,
      String number,
      @Nullable Long person,
      @Nullable String personName,
      String purpose,
      String askedByName,
      String unit,
      OffsetDateTime askedAt,
      @Nullable String decidedByName,
      @Nullable OffsetDateTime decidedAt,
      @Nullable Boolean approved,
      @Nullable String note,
      @Nullable LocalDate validUntil,
      boolean own) {}

  /** Whose details are wanted and what for. */
  @Schema(name = "MinorAsked")
  record Asked(
      @NotNull Long household,
      @Nullable Long person,
      @NotBlank @Size(min = 4, max = 200) String purpose) {}

  /** The answer; days for which an approval holds, this one included. */
  @Schema(name = "MinorDecision")
  record Decision(
      @NotNull Boolean approved, @Min(1) @Max(30) int days, @Size(max = 200) String note) {}

  @GetMapping
  @Operation(summary = "The user's own requests; all in reach for who decides on them")
  List<Line> requests() {
    return jdbc.sql(LINES)
        .param("me", access.user().username())
        .param("all", access.may(Permission.MINORS_APPROVE))
        .param("scope", access.areaPrefix())
        .query(Line.class)
        .list();
  }

  @PostMapping
  @Transactional
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Asks to see the sensitive details of a household's minors")
  void ask(@RequestBody @Valid Asked asked) {
    int made =
        jdbc.sql(ASK)
            .param("household", asked.household())
            .param("person", asked.person())
            .param("purpose", asked.purpose().strip())
            .param("me", access.user().username())
            .param("name", access.user().displayName())
            .param("unit", access.user().unit())
            .param("now", OffsetDateTime.now(clock))
            .param("scope", access.areaPrefix())
            .update();
    if (made == 0) {
      throw ProblemType.NOT_FOUND.because("没有这一户或这个人，或不在您的管辖范围内。");
    }
    access.tell(Deed.MINOR_ASKED, "household:" + asked.household(), asked.purpose().strip());
  }

  @PostMapping("/{id}/decision")
  @Transactional
  @Requires(Permission.MINORS_APPROVE)
  @FreshFactor
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Approves a request for some days, or refuses it; never one's own")
  void decide(@PathVariable long id, @RequestBody @Valid Decision decision) {
    Line asked = found(id);
    int done =
        jdbc.sql(DECIDE)
            .param("me", access.user().username())
            .param("name", access.user().displayName())
            .param("now", OffsetDateTime.now(clock))
            .param("approved", decision.approved())
            .param("note", decision.note())
            .param("until", until(decision))
            .param("id", id)
            .update();
    if (done == 0) {
      throw DECIDED.because("这份申请已经处理过，请刷新后查看。");
    }
    access.tell(Deed.MINOR_DECIDED, "household:" + asked.household(), asked.purpose());
  }

  /** A problem where there is none in reach, or it is the user's own. */
  private Line found(long id) {
    Line asked =
        requests().stream()
            .filter(line -> line.id() == id)
            .findAny()
            .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这份申请，或不在您的管辖范围内。"));
    if (asked.own()) {
      throw NOT_OWN.because("自己的申请须由另一人审批。");
    }
    return asked;
  }

  private @Nullable LocalDate until(Decision decision) {
    return decision.approved() ? LocalDate.now(clock).plusDays(decision.days() - 1L) : null;
  }
}
