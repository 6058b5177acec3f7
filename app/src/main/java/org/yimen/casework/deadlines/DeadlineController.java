package org.yimen.casework.deadlines;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.CsvRows;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

/** Limits that end today, are over, or have gone up to a level (期限). */
@RestController
@RequestMapping("/api/v1/deadlines")
@Requires(Permission.CASE_READ)
class DeadlineController {

  static final String CSV = "text/csv;charset=UTF-8";

  private static final String[] HEADER = {
    "受理编号", "申请人", "乡镇（街道）", "村（社区）", "时限", "到期日", "暂定", "办理层级", "已提请", "说明"
  };

  private static final Set<String> STATES = Set.of("", "today", "soon", "late", "escalated");

  private final DeadlineLines lines;
  private final InTime inTime;
  private final Access access;

  DeadlineController(DeadlineLines lines, InTime inTime, Access access) {
    this.lines = lines;
    this.inTime = inTime;
    this.access = access;
  }

  /**
   * Which limits are wanted.
   *
   * @param level village, township, deputy, leader, district or office; mine: the user's own; none:
   *     everybody's
   * @param area what the area's code begins with
   * @param state today, soon (within three days), late or escalated; none: any
   * @param clock id of the limit ({@code deadline.dibao}); none: any
   */
  record DeadlineFilter(
      @Nullable String level,
      @Nullable String area,
      @Nullable String state,
      @Nullable String clock) {

    DeadlineLines.Wanted wanted(Access access) {
      String asked = Objects.requireNonNullElse(state, "");
      if (!STATES.contains(asked)) {
        throw ProblemType.INVALID_REQUEST.because("state 只能是 today、soon、late、escalated 之一。");
      }
      return new DeadlineLines.Wanted(
          levelFor(access),
          Objects.requireNonNullElse(area, ""),
          asked,
          Objects.requireNonNullElse(clock, ""));
    }

    private @Nullable Level levelFor(Access access) {
      if (level == null || level.isEmpty()) {
        return null;
      }
      return level.equals("mine")
          ? Level.of(access)
          : Arrays.stream(Level.values())
              .filter(one -> one.code().equals(level))
              .findAny()
              .orElseThrow(
                  () ->
                      ProblemType.INVALID_REQUEST.because(
                          "level 只能是 mine、%s 之一。".formatted(Level.codes())));
    }
  }

  @GetMapping
  @Operation(summary = "Lists limits that run, those that end first on top, each with the reason")
  Page<DeadlineLines.DeadlineLine> list(
      @ParameterObject DeadlineFilter filter,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    var wanted = filter.wanted(access);
    return new Page<>(
        lines.total(wanted), lines.page(wanted, Math.max(0, offset), Page.limit(limit)));
  }

  @GetMapping("/counts")
  @Operation(summary = "How many limits run, end today or soon, are over, and have gone up")
  DeadlineLines.DeadlineCounts counts(@ParameterObject DeadlineFilter filter) {
    return lines.counts(filter.wanted(access));
  }

  @GetMapping(path = "/list.csv", produces = CSV)
  @FreshFactor
  @Operation(
      summary = "The list of limits as a table",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV)))
  void export(@ParameterObject DeadlineFilter filter, HttpServletResponse response)
      throws IOException {
    var wanted = filter.wanted(access);
    begin(response, "期限清单.csv");
    access.tell(Deed.DEADLINES_EXPORTED, "", "");
    try (CsvRows rows = CsvRows.to(response.getOutputStream(), HEADER)) {
      lines.each(wanted, one -> rows.row(cells(one)));
    }
  }

  private static @Nullable Object[] cells(DeadlineLines.DeadlineLine one) {
    return new @Nullable Object[] {
      one.number(),
      one.applicant(),
      one.town(),
      one.village(),
      one.limit(),
      one.due(),
      one.provisional() ? "是" : "否",
      one.levelTitle(),
      one.escalatedToTitle(),
      one.why()
    };
  }

  @GetMapping("/in-time")
  @Operation(
      summary = "How many limits of a period were kept, by village, town or limit",
      description = "Counted are those that ended or are over; one that runs and isn't over is not")
  java.util.List<InTime.KeptShare> kept(@ParameterObject InTime.Period period) {
    return inTime.of(period);
  }

  @GetMapping(path = "/in-time.csv", produces = CSV)
  @Operation(
      summary = "How many limits of a period were kept, as a table",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV)))
  void keptTable(@ParameterObject InTime.Period period, HttpServletResponse response)
      throws IOException {
    var shares = inTime.of(period);
    begin(response, "按期办结.csv");
    access.tell(Deed.DEADLINES_EXPORTED, "", "");
    try (CsvRows rows =
        CsvRows.to(response.getOutputStream(), "代码", "名称", "应计", "按期", "逾期", "按期率（%）")) {
      shares.forEach(
          one -> rows.row(one.key(), one.name(), one.all(), one.kept(), one.late(), one.percent()));
    }
  }

  private static void begin(HttpServletResponse response, String name) {
    response.setContentType(CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}
