package org.yimen.eligibility.whatif;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;
import org.yimen.policy.text.BadFile;
import org.yimen.policy.text.Problem;

/** Tries other values and fewer conditions on today's register (政策测算). Nobody's help changes. */
@RestController
@RequestMapping("/api/v1/what-ifs")
@Requires(Permission.WHAT_IF)
class WhatIfController {

  private static final int LONGEST_NAME = 60;
  private static final int MOST_CHANGES = 50;
  private static final String CSV = "text/csv;charset=UTF-8";

  private final RunWhatIf run;
  private final WhatIfs whatIfs;
  private final WhatIfResults results;
  private final Access access;
  private final Clock clock;

  WhatIfController(
      RunWhatIf run, WhatIfs whatIfs, WhatIfResults results, Access access, Clock clock) {
    this.run = run;
    this.whatIfs = whatIfs;
    this.results = results;
    this.access = access;
    this.clock = clock;
  }

  /**
   * @param asOf the day whose facts and rules hold; that of the last screening where null
   * @param values parameter's id to its value as typed
   * @param without ids of conditions taken as met
   */
  record WhatIfTrial(
      String name,
      @Nullable LocalDate asOf,
      @Nullable Map<String, String> values,
      @Nullable List<String> without) {}

  /** A trial with its sums; money in fen a month. */
  record WhatIf(
      WhatIfs.Kept trial,
      List<WhatIfResults.Flow> flows,
      List<WhatIfResults.TownEffect> towns,
      List<WhatIfResults.TownCost> costs,
      List<WhatIfResults.WatchFlow> watch) {}

  @GetMapping
  @Operation(summary = "Lists the trials that have been kept, the newest first")
  List<WhatIfs.Kept> all() {
    return whatIfs.all(access.areaPrefix());
  }

  @AsProgram("determines everybody")
  @PostMapping
  @Once
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Tries something on every household of the register and keeps the result",
      description = "Answers when it is done, after some seconds")
  WhatIfs.Kept make(@RequestBody WhatIfTrial asked) {
    String name = asked.name() == null ? "" : asked.name().replaceAll("\\p{Cntrl}+", " ").strip();
    Map<String, String> values = asked.values() == null ? Map.of() : asked.values();
    List<String> without = asked.without() == null ? List.of() : asked.without();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw ProblemType.INVALID_REQUEST.because("请给这次测算起一个 60 字以内的名称。");
    }
    if (values.isEmpty() && without.isEmpty() || values.size() + without.size() > MOST_CHANGES) {
      throw ProblemType.INVALID_REQUEST.because("请至少改一项参数或停用一个条件，最多 50 项。");
    }
    LocalDate asOf = asked.asOf() == null ? today() : asked.asOf();
    try {
      String by = access.user().displayName();
      return found(run.of(new RunWhatIf.Trial(name, asOf, values, without, by, null)));
    } catch (BadFile e) {
      throw ProblemType.INVALID_REQUEST.because(
          e.problems().stream().map(Problem::message).collect(Collectors.joining("\n")));
    }
  }

  /** The day as of which everybody has been screened, so that both tell of the same families. */
  private LocalDate today() {
    LocalDate screened = whatIfs.screenedAsOf();
    return screened == null ? LocalDate.now(clock) : screened;
  }

  private WhatIfs.Kept found(long id) {
    WhatIfs.Kept kept = whatIfs.find(id, access.areaPrefix());
    if (kept == null) {
      throw ProblemType.NOT_FOUND.because("没有这次测算，可能已被删除。");
    }
    return kept;
  }

  @GetMapping("/{id}")
  @Operation(summary = "A trial with what it changes and costs, by category and by town")
  WhatIf one(@PathVariable long id) {
    String scope = access.areaPrefix();
    return new WhatIf(
        found(id),
        results.flows(id, scope),
        results.towns(id, scope),
        results.costs(id, scope),
        results.watch(id, scope));
  }

  @AsProgram("a trial belongs to no area")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Forgets a trial")
  void delete(@PathVariable long id) {
    found(id);
    if (!access.areaPrefix().isEmpty()) {
      throw ProblemType.NOT_FOUND.because("测算涉及全区，只有管辖全区的岗位可以删除。");
    }
    if (!whatIfs.delete(id)) {
      throw ProblemType.INVALID_REQUEST.because("这次测算属于已提出的新值，随该值保存，不能删除。");
    }
  }

  @GetMapping("/{id}/households")
  @Operation(
      summary = "The households that a trial changes something for",
      description =
          "kind: enters, leaves, changes, amount, unclear, stays, close (within 5 % of a line), open"
              + " (pay can't be reckoned), or watchEnters, watchLeaves (防止返贫监测)")
  Page<WhatIfResults.Affected> households(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    found(id);
    return results.households(
        new WhatIfResults.Wanted(id, kind, area, access.areaPrefix()),
        Math.max(0, offset),
        Page.limit(limit));
  }

  @GetMapping(path = "/{id}/households.csv", produces = CSV)
  @Requires({Permission.REGISTER_EXPORT, Permission.VALUES_DECIDE})
  @FreshFactor
  @Operation(
      summary = "The same households as a table",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  void csv(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String area,
      HttpServletResponse response)
      throws IOException {
    WhatIfs.Kept kept = found(id);
    access.tell(Deed.WHAT_IF_EXPORTED, "what-if:" + id, "");
    response.setContentType(CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename(kept.name() + "_影响家庭.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    WriteAffected.to(
        response.getOutputStream(),
        results,
        new WhatIfResults.Wanted(id, kind, area, access.areaPrefix()));
  }
}
