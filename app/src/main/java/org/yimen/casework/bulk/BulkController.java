package org.yimen.casework.bulk;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.ApplicationFilter;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;

/**
 * Confirming, assigning and printing many at once (批量办理). Refusing is never done so: each has
 * reasons of its own.
 */
@RestController
@RequestMapping("/api/v1/bulk-jobs")
@Requires(Permission.CASE_READ)
class BulkController {

  private static final Set<String> OUTCOMES = Set.of("", "open", "done", "refused");

  private final BeginBulk begin;
  private final BulkJobs jobs;
  private final Access access;

  BulkController(BeginBulk begin, BulkJobs jobs, Access access) {
    this.begin = begin;
    this.jobs = jobs;
    this.access = access;
  }

  /**
   * What is to be done with which applications.
   *
   * @param kind confirm, assign or print
   * @param parameters assign: usernames of two investigators; print: the kind of paper
   * @param ids of the applications; none: all that the filter finds, which then must be there
   */
  record NewBulkJob(
      @NotNull @Size(max = 40) String kind,
      @Nullable @Size(max = 5) List<@NotNull @Pattern(regexp = "[^,]{1,60}") String> parameters,
      @Nullable @Size(max = 20_000) List<@NotNull Long> ids,
      @Nullable ApplicationFilter filter) {

    BeginBulk.Wanted wanted() {
      if ((ids == null || ids.isEmpty()) && filter == null) {
        throw ProblemType.INVALID_REQUEST.because("没有选中任何申请。请先勾选，或调整筛选条件。");
      }
      return new BeginBulk.Wanted(
          kind,
          Objects.requireNonNullElse(parameters, List.of()),
          Objects.requireNonNullElse(ids, List.of()),
          Objects.requireNonNullElse(filter, ApplicationFilter.ANY));
    }
  }

  record BegunJob(long id) {}

  @PostMapping("/check")
  @Transactional(readOnly = true)
  @Operation(summary = "How many of the chosen can be done, and what is in the way of the others")
  BeginBulk.Foretold check(@Valid @RequestBody NewBulkJob asked) {
    return begin.foretell(asked.wanted());
  }

  @PostMapping
  @Once
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begins a job that does the chosen applications one after the other")
  BegunJob begin(@Valid @RequestBody NewBulkJob asked) {
    BeginBulk.Begun begun = begin.begin(asked.wanted());
    access.tell(Deed.BULK_BEGUN, "bulk:" + begun.id(), begun.title());
    return new BegunJob(begun.id());
  }

  @GetMapping
  @Operation(summary = "The user's own jobs, the newest on top")
  Page<BulkJobs.BulkJob> list(
      @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
    return new Page<>(jobs.total(), jobs.page(Math.max(0, offset), Page.limit(limit)));
  }

  @GetMapping("/{id}")
  @Operation(summary = "How far a job is")
  BulkJobs.BulkJob job(@PathVariable long id) {
    return jobs.get(id);
  }

  @GetMapping("/{id}/rows")
  @Operation(
      summary = "What became of each application",
      description = "outcome: open, done, refused")
  Page<BulkJobs.BulkRow> rows(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    jobs.get(id);
    if (!OUTCOMES.contains(outcome)) {
      throw ProblemType.INVALID_REQUEST.because("outcome 只能是 open、done、refused 之一。");
    }
    return new Page<>(
        jobs.rowCount(id, outcome), jobs.rows(id, outcome, Math.max(0, offset), Page.limit(limit)));
  }

  @PostMapping("/{id}/stop")
  @Transactional
  @Operation(summary = "Stops a job; what was done stays done")
  void stop(@PathVariable long id) {
    jobs.get(id);
    if (!jobs.stop(id)) {
      throw ProblemType.INVALID_REQUEST.because("这次批量办理已经结束，不用停止。");
    }
    access.tell(Deed.BULK_STOPPED, "bulk:" + id, "");
  }
}
