package org.yimen.casework.recheck;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Applications;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** A re-check with what comes of it, and the content of the written notice to the family. */
@RestController
@RequestMapping("/api/v1/rechecks/{id}")
@Requires(Permission.CASE_READ)
class RecheckPages {

  private final Rechecks rechecks;
  private final Applications applications;
  private final ChangeNotice notice;
  private final Overpayments overpayments;
  private final JdbcClient jdbc;
  private final Access access;

  RecheckPages(
      Rechecks rechecks,
      Applications applications,
      ChangeNotice notice,
      Overpayments overpayments,
      JdbcClient jdbc,
      Access access) {
    this.rechecks = rechecks;
    this.applications = applications;
    this.notice = notice;
    this.overpayments = overpayments;
    this.jdbc = jdbc;
    this.access = access;
  }

  /** A re-check; what was proposed is null before. */
  record RecheckView(
      long id,
      long standing,
      String cause,
      String causeTitle,
      String causeBasis,
      String because,
      String person,
      @Nullable LocalDate happenedOn,
      List<LocalDate> refusals,
      @Nullable String outcome,
      String outcomeTitle,
      @Nullable String beforeCategory,
      @Nullable Long beforeFen,
      @Nullable String category,
      @Nullable Long monthlyFen,
      @Nullable LocalDate graceUntil,
      boolean noticeNeeded,
      String reason,
      @Nullable LocalDate effectiveFrom,
      Overpayments.@Nullable Overpaid overpaid) {}

  private record Compared(
      @Nullable String beforeCategory,
      @Nullable Long beforeFen,
      String personName,
      @Nullable Long decision) {}

  @GetMapping
  @Transactional
  @Operation(summary = "A re-check: its cause, what is proposed, from when it holds")
  RecheckView view(@PathVariable long id) {
    Recheck recheck = rechecks.get(id);
    access.tellRead(Deed.CASE_READ, "application", id);
    Compared compared = compared(id);
    Recheck.Found found = recheck.found();
    return new RecheckView(
        id,
        recheck.standing(),
        recheck.cause().code(),
        recheck.cause().title(),
        recheck.cause().basis(),
        recheck.because(),
        compared.personName(),
        recheck.happenedOn(),
        recheck.refusals(),
        found == null ? null : found.outcome().code(),
        found == null ? "" : found.outcome().title(),
        compared.beforeCategory(),
        compared.beforeFen(),
        found == null ? null : found.category(),
        found == null ? null : found.monthlyFen(),
        found == null ? null : found.graceUntil(),
        found != null && found.needsNotice(),
        found == null ? "" : found.reason(),
        recheck.effectiveFrom(),
        compared.decision() == null ? null : overpayments.of(compared.decision()));
  }

  private Compared compared(long id) {
    return jdbc.sql(
            """
            select before_category, before_fen,
              coalesce((select name from casework.recognition n
                where n.standing = r.standing and n.person = r.person order by id desc limit 1), '')
                as person_name,
              (select min(id) from casework.decision d where d.application = r.application) as decision
            from casework.recheck r where application = :id
            """)
        .param("id", id)
        .query(Compared.class)
        .single();
  }

  @GetMapping("/paper")
  @Transactional
  @Operation(
      summary = "The content of the notice to the family: what is decided, why, and what it can do",
      description = "Refused before the decision")
  ChangeNotice.Content paper(@PathVariable long id) {
    applications.get(id);
    access.tellRead(Deed.CASE_READ, "application", id);
    return notice.get(id);
  }
}
