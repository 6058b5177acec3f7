package org.yimen.eligibility;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.indication.Group;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.policy.facts.Coded;

/** Screening of the register: runs it, counts it, lists whom to visit. */
@RestController
@RequestMapping("/api/v1")
@Requires(Permission.SCREENING_READ)
class ScreeningController {

  private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private final ScreeningRuns runs;
  private final ScreeningResults results;
  private final ScreenInBackground background;
  private final WriteScreening export;
  private final FieldScope fields;
  private final Access access;

  ScreeningController(
      ScreeningRuns runs,
      ScreeningResults results,
      ScreenInBackground background,
      WriteScreening export,
      FieldScope fields,
      Access access) {
    this.runs = runs;
    this.results = results;
    this.background = background;
    this.export = export;
    this.fields = fields;
    this.access = access;
  }

  /** How far the run of any process is; zeros where none is going on. */
  record ScreeningProgress(boolean running, int done, int total) {}

  @GetMapping("/screening/overview")
  @Operation(
      summary = "Counts of the last screening, by group, suggestion and area",
      description = "area: a town's code for its villages, else towns. runId is 0 before the first")
  ScreeningResults.Overview overview(@RequestParam(required = false) @Nullable String area) {
    return results.overview(access.areaPrefix(), checked(area));
  }

  @GetMapping("/screening/visits")
  @Operation(
      summary = "Households by how worth a visit they are",
      description = "Without a group only those where a visit may change something")
  Page<ScreeningResults.Visit> visits(
      @RequestParam(required = false) @Nullable String group,
      @RequestParam(required = false) @Nullable String town,
      @RequestParam(required = false) @Nullable String village,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    if (offset < 0) {
      throw ProblemType.INVALID_REQUEST.because("起始行（offset）不能小于 0。");
    }
    String area = checked(village).isEmpty() ? checked(town) : checked(village);
    var wanted = new ScreeningResults.Wanted(access.areaPrefix(), area, known(group));
    var visits = results.visits(wanted, offset, Page.limit(limit));
    var shown = fields.texts();
    return new Page<>(
        visits.total(), visits.items().stream().map(visit -> visit.saying(shown)).toList());
  }

  @GetMapping("/screening/progress")
  @Operation(summary = "How far the running screening is")
  ScreeningProgress progress() {
    ScreeningRuns.Progress now = runs.progress();
    return new ScreeningProgress(now.running(), now.done(), now.total());
  }

  @AsProgram("screens everybody")
  @PostMapping("/screening")
  @Requires(Permission.SCREENING_RUN)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Begins a screening of every household; 409 while one is running",
      description = "asOf: the day whose facts and rules hold, by default today")
  void run(@RequestParam(required = false) @Nullable LocalDate asOf) {
    if (asOf != null && (asOf.isBefore(EARLIEST) || asOf.isAfter(LATEST))) {
      throw ProblemType.INVALID_REQUEST.because("日期不正确，请选 1949 年至 2999 年之间的一天。");
    }
    access.tell(Deed.SCREENING_RUN, "", "");
    background.begin(asOf, access.user().username());
  }

  @GetMapping(path = "/screening.csv", produces = WriteScreening.CSV)
  @Requires(Permission.REGISTER_EXPORT)
  @FreshFactor
  @Operation(
      summary = "The last screening as a table, see docs/spec/exports.md",
      responses =
          @ApiResponse(responseCode = "200", content = @Content(mediaType = WriteScreening.CSV)))
  void csv(HttpServletResponse response) throws IOException {
    response.setContentType(WriteScreening.CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("初筛提示.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    access.tell(Deed.SCREENING_EXPORTED, "", "");
    export.write(access.areaPrefix(), fields.texts()::apply, response.getOutputStream());
  }

  private static String checked(@Nullable String area) {
    if (area == null || area.isBlank()) {
      return "";
    }
    if (!area.matches("\\d{6,12}")) {
      throw ProblemType.INVALID_REQUEST.because("地区代码“%s”不正确，应为 6 至 12 位数字。".formatted(area));
    }
    return area;
  }

  private static String known(@Nullable String group) {
    if (group == null || group.isBlank()) {
      return "";
    }
    try {
      return Coded.of(Group.class, group).code();
    } catch (IllegalArgumentException e) {
      throw ProblemType.INVALID_REQUEST.because("没有“%s”这个分组，请重新选择。".formatted(group));
    }
  }
}
