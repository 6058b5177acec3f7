package org.yimen.casework.adjustment;

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
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** Shows whom the values of a month raise, carries them out, and lists what was carried out. */
@RestController
@RequestMapping("/api/v1/adjustments")
@Requires(Permission.CASE_DECIDE)
class AdjustmentController {

  private static final String CSV = "text/csv";

  private final AdjustStandards adjust;
  private final CarriedOut carriedOut;
  private final Access access;
  private final Clock clock;

  AdjustmentController(AdjustStandards adjust, CarriedOut carriedOut, Access access, Clock clock) {
    this.adjust = adjust;
    this.carriedOut = carriedOut;
    this.access = access;
    this.clock = clock;
  }

  /**
   * A family that gets more; money in fen a month, but {@code owed} in one sum.
   *
   * @param from first day of the first month in which the new amount is due
   * @param months that are owed if it is carried out today
   */
  @Schema(name = "RaisedFamily")
  record Raised(
      long standing,
      String applicant,
      String town,
      String village,
      String category,
      long before,
      long after,
      LocalDate from,
      int months,
      long owed,
      String because) {}

  /** A family that the values touch, but that has to be looked at first. */
  @Schema(name = "UnraisedFamily")
  record Held(
      long standing, String applicant, String town, String village, String category, String why) {}

  /** Whom the values of a month concern. */
  @Schema(name = "Adjustment")
  record View(List<Raised> ready, List<Held> held, CarriedOut.Sum done) {}

  @GetMapping("/months")
  @Operation(summary = "Months of the last two years from which payment goes by other values")
  List<Payment.Month> months() {
    return adjust.months();
  }

  @GetMapping("/{month}")
  @Operation(summary = "Recognised families whose amount the values of a month change")
  View look(@PathVariable LocalDate month) {
    return view(month, adjust.look(month));
  }

  @PostMapping("/{month}")
  @FreshFactor
  @Operation(
      summary = "Raises all that can be, by a decision each; answers with whom",
      description = "Nothing is reduced; done again it raises only those that are new")
  View all(@PathVariable LocalDate month) {
    return view(month, adjust.all(month));
  }

  @GetMapping(path = "/{month}/raised.csv", produces = CSV)
  @FreshFactor
  @Operation(
      summary = "Whom the values of a month raised, with what is owed, as a table",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
  void csv(@PathVariable LocalDate month, HttpServletResponse response) throws IOException {
    response.setContentType(CSV);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("%s起调标.csv".formatted(month), StandardCharsets.UTF_8)
            .build()
            .toString());
    access.tell(Deed.BACK_PAY_EXPORTED, "month:" + month, "");
    carriedOut.write(month, response.getOutputStream());
  }

  private View view(LocalDate month, AdjustStandards.Found found) {
    LocalDate today = LocalDate.now(clock);
    return new View(
        found.ready().stream().map(one -> raised(one, today)).toList(),
        found.held().stream().map(AdjustmentController::held).toList(),
        carriedOut.sum(month));
  }

  private static Raised raised(Adjusted one, LocalDate today) {
    Family family = one.family();
    return new Raised(
        family.standing(),
        family.applicant(),
        family.town(),
        family.village(),
        family.category().code(),
        one.beforeFen(),
        one.afterFen(),
        one.from(),
        one.monthsOwed(today),
        one.owedFen(today),
        one.because());
  }

  private static Held held(Adjusted.Held one) {
    Family family = one.family();
    return new Held(
        family.standing(),
        family.applicant(),
        family.town(),
        family.village(),
        family.category().code(),
        one.why());
  }
}
