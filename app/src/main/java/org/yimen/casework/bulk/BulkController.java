package org.yimen.casework.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.CsvRows;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;

/** Confirming many at once (批量办理). Refusing is never done so: each has reasons of its own. */
@RestController
@RequestMapping("/api/v1/bulk-jobs")
@Requires(Permission.CASE_READ)
class BulkController {

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final Set<String> OUTCOMES = Set.of("", "open", "done", "refused");
  private static final Map<String, String> WORDS =
      Map.of("open", "未办理", "done", "已办理", "refused", "未办成");

  private final BulkJobs jobs;
  private final Access access;

  BulkController(BulkJobs jobs, Access access) {
    this.jobs = jobs;
    this.access = access;
  }

  /**
   * What is to be done with which applications.
   *
   * @param kind confirm
   * @param ids of the applications; none: all of the state, area and text
   * @param state its code
   * @param area what the area's code begins with
   * @param text part of the number or of the applicant's name
   */
  record NewBulkJob(
      @NotNull @Size(max = 40) String kind,
      @Nullable @Size(max = 20_000) List<@NotNull Long> ids,
      @Nullable @Size(max = 40) String state,
      @Nullable @Size(max = 12) String area,
      @Nullable @Size(max = 60) String text) {

    BulkJobs.Selection selection() {
      return new BulkJobs.Selection(
          Objects.requireNonNullElse(ids, List.of()),
          Objects.requireNonNullElse(state, ""),
          Objects.requireNonNullElse(area, ""),
          Objects.requireNonNullElse(text, "").strip());
    }
  }

  record BegunJob(long id) {}

  @PostMapping("/check")
  @Transactional(readOnly = true)
  @Operation(summary = "How many of the chosen can be done, and what is in the way of the others")
  BulkJobs.Foretold check(@Valid @RequestBody NewBulkJob asked) {
    return jobs.foretell(jobs.kind(asked.kind()), asked.selection());
  }

  @PostMapping
  @Once
  @FreshFactor
  @Transactional
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Begins a job that does the chosen applications one after the other")
  BegunJob begin(@Valid @RequestBody NewBulkJob asked) {
    BulkKind kind = jobs.kind(asked.kind());
    long id = jobs.begin(kind, asked.selection());
    access.tell(Deed.BULK_BEGUN, "bulk:" + id, kind.title());
    return new BegunJob(id);
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

  @GetMapping(path = "/{id}/rows.csv", produces = CSV)
  @FreshFactor
  @Operation(
      summary = "What became of each application, as a table",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV)))
  void table(@PathVariable long id, HttpServletResponse response) throws IOException {
    jobs.get(id);
    response.setContentType(CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("第" + id + "号批量办理.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    access.tell(Deed.BULK_EXPORTED, "bulk:" + id, "");
    try (CsvRows rows = CsvRows.to(response.getOutputStream(), "受理编号", "申请人", "结果", "说明", "办理时间")) {
      jobs.eachRow(
          id,
          one ->
              rows.row(
                  one.number(), one.applicant(), WORDS.get(one.outcome()), one.why(), one.at()));
    }
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
