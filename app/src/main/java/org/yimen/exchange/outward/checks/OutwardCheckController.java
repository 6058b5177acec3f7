package org.yimen.exchange.outward.checks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.exchange.outward.OutwardScope;
import org.yimen.exchange.outward.StageFamilies;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.CsvRows;
import org.yimen.platform.Page;

/** Checks of all families before they go out. */
@RestController
@RequestMapping("/api/v1/outward/checks")
@Requires(Permission.OUTWARD)
class OutwardCheckController {

  private static final String[] HEADS = {
    "编号", "程度", "问题", "怎样改", "乡镇（街道）", "村（社区）", "户主", "成员", "申请编号"
  };

  private final StageFamilies stage;
  private final RunChecks checks;
  private final Findings findings;
  private final OutwardScope scope;
  private final Access access;

  OutwardCheckController(
      StageFamilies stage, RunChecks checks, Findings findings, OutwardScope scope, Access access) {
    this.stage = stage;
    this.checks = checks;
    this.findings = findings;
    this.scope = scope;
    this.access = access;
  }

  @Schema(name = "AskedOutwardChecks")
  record Asked(@Nullable String area) {}

  /** The last run, and how often each check was not passed, by township and village. */
  @Schema(name = "OutwardCheckOverview")
  record Overview(
      Findings.@Nullable Run run, List<Findings.OfCheck> checks, List<Findings.OfArea> areas) {}

  @PostMapping
  @Transactional
  @Operation(summary = "Asks every check of all families that would go out")
  Overview run(@RequestBody Asked asked) {
    String area = scope.area(asked.area());
    stage.forChecks(area);
    long run = checks.on(area, null);
    access.tell(Deed.OUTWARD_CHECKED, "check:" + run, "");
    return overview(run);
  }

  @GetMapping
  @Operation(summary = "What the last run of the checks found, counted")
  Overview last(@RequestParam(required = false) @Nullable Long run) {
    Findings.Run last = findings.run(run);
    return last == null ? new Overview(null, List.of(), List.of()) : overview(last.id());
  }

  private Overview overview(long run) {
    return new Overview(findings.run(run), findings.byCheck(run), findings.byArea(run));
  }

  @GetMapping("/findings")
  @Operation(summary = "What was found, with the family where it is to be put right")
  Page<Findings.Finding> findings(
      @ParameterObject Findings.Filter filter,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    return findings.page(filter, offset, limit);
  }

  @GetMapping("/findings.csv")
  @FreshFactor
  @Operation(summary = "The same as a table")
  void csv(@ParameterObject Findings.Filter filter, HttpServletResponse response)
      throws IOException {
    access.tell(Deed.FINDINGS_EXPORTED, "check:" + filter.run(), "");
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("数据检查.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    try (CsvRows out = CsvRows.to(response.getOutputStream(), HEADS)) {
      findings.each(filter, one -> out.row(cells(one)));
    }
  }

  private static @Nullable Object[] cells(Findings.Finding one) {
    return new @Nullable Object[] {
      one.code(),
      one.level().equals("block") ? "不能上报" : "请核实",
      one.title(),
      one.fix(),
      one.town(),
      one.village(),
      one.name(),
      one.member(),
      one.applicationNumber()
    };
  }
}
