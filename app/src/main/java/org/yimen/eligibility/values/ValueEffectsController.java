package org.yimen.eligibility.values;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

/** Whom an entered value touches, and what is to be paid back where it holds from the past. */
@RestController
@RequestMapping("/api/v1/parameter-values/{id}")
@Requires(Permission.WHAT_IF)
class ValueEffectsController {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final ProposedValues values;
  private final TryValue tryValue;
  private final BackPay backPay;
  private final Access access;
  private final Clock clock;

  ValueEffectsController(
      ProposedValues values, TryValue tryValue, BackPay backPay, Access access, Clock clock) {
    this.values = values;
    this.tryValue = tryValue;
    this.backPay = backPay;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Money in fen.
   *
   * @param whatIf id of the trial, whose households and sums are read at {@code /what-ifs/{id}}
   * @param outdated whether the law, the register or the day of the last screening is another
   *     since, so that it is to be run again before anybody can put the value in force
   * @param recipients households on a list of 低保 or 特困 whose pay rises
   * @param monthly by how much altogether, a month
   * @param months that are owed at most, to that of the decision, or to this one while it is open
   * @param backPay all that is owed
   * @param undated recipients of whom no source says since when they are on the list
   */
  record ValueEffects(
      long whatIf,
      boolean outdated,
      int recipients,
      long monthly,
      int months,
      long backPay,
      int undated) {}

  @AsProgram("determines everybody")
  @PostMapping("/effects")
  @Operation(
      summary = "Determines everybody with and without the value and keeps whom it touches",
      description = "Answers when it is done, after some seconds; nobody's help changes")
  ValueEffects run(@PathVariable long id) {
    ProposedValues.Proposed value = found(id);
    if (Boolean.FALSE.equals(value.inForce())) {
      throw DecideValue.VALUE_DECIDED.because("这个值没有获得同意，不再测算影响。");
    }
    tryValue.run(value, access.user().displayName());
    return effects(id);
  }

  @GetMapping("/effects")
  @Operation(summary = "What is known of whom the value touches, as it was last determined")
  ValueEffects effects(@PathVariable long id) {
    ProposedValues.Proposed value = found(id);
    BackPay.Asked asked = asked(value);
    BackPay.Sum sum = backPay.sum(asked);
    return new ValueEffects(
        asked.trial(),
        tryValue.changedSince(value, asked.trial()) != null,
        sum.households(),
        sum.monthly(),
        sum.months(),
        sum.total(),
        sum.undated());
  }

  @GetMapping("/back-pay")
  @Operation(summary = "What each recipient is to be paid back")
  Page<BackPay.Owed> owed(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    return backPay.page(asked(found(id)), Math.max(0, offset), Page.limit(limit));
  }

  @GetMapping(path = "/back-pay.csv", produces = CSV)
  @Requires({Permission.REGISTER_EXPORT, Permission.VALUES_DECIDE})
  @FreshFactor
  @Operation(
      summary = "The same as a table",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  void csv(@PathVariable long id, HttpServletResponse response) throws IOException {
    BackPay.Asked asked = asked(found(id));
    response.setContentType(CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("第" + id + "号参数值_补发.csv", StandardCharsets.UTF_8)
            .build()
            .toString());
    access.tell(Deed.BACK_PAY_EXPORTED, "value:" + id, "");
    backPay.write(asked, response.getOutputStream());
  }

  private BackPay.Asked asked(ProposedValues.Proposed value) {
    Long trial = values.lastTrial(value.id());
    if (trial == null) {
      throw ProblemType.NOT_FOUND.because("这个值还没有测算影响，请先点“测算影响”。");
    }
    LocalDate decided = value.decidedOn();
    LocalDate day = decided == null ? LocalDate.now(clock) : decided;
    return BackPay.Asked.of(trial, value, day, access.areaPrefix());
  }

  private ProposedValues.Proposed found(long id) {
    ProposedValues.Proposed found = values.find(id);
    if (found == null) {
      throw ProblemType.NOT_FOUND.because("没有第 %d 号参数值。".formatted(id));
    }
    return found;
  }
}
