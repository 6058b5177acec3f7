package org.yimen.casework.ledger;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/**
 * 申请登记台账 and 入户调查台账. Whoever has the cases of a town or village exports its ledgers; those of the
 * whole district only who may export the register. Both show the second factor first, as there.
 */
@RestController
@Requires(Permission.CASE_READ)
class LedgerController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final int TOWN_CODE = 9;

  private final WriteLedgers ledgers;
  private final Access access;
  private final Clock clock;

  LedgerController(WriteLedgers ledgers, Access access, Clock clock) {
    this.ledgers = ledgers;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Which part of a ledger.
   *
   * @param area what the area's code begins with; all in the user's scope where null
   * @param from first day; the first of this year where null
   * @param to last day; today where null
   */
  record LedgerPeriod(@Nullable String area, @Nullable LocalDate from, @Nullable LocalDate to) {

    WriteLedgers.Part part(String scope, LocalDate today) {
      String wanted = Objects.requireNonNullElse(area, "");
      if (!wanted.matches("[0-9]{0,12}")) {
        throw ProblemType.INVALID_REQUEST.because("地区（area）应是区划代码，请从列表中选择乡镇或村。");
      }
      LocalDate last = Objects.requireNonNullElse(to, today);
      LocalDate first = Objects.requireNonNullElse(from, last.withDayOfYear(1));
      if (first.isAfter(last)) {
        throw ProblemType.INVALID_REQUEST.because(
            "起始日期 %s 晚于截止日期 %s，请重新选择。".formatted(first, last));
      }
      return new WriteLedgers.Part(scope, wanted, first, last, today);
    }
  }

  @GetMapping(path = "/api/v1/applications.xlsx", produces = XLSX)
  @FreshFactor
  @Operation(
      summary = "The ledger of applications as a workbook (申请登记台账)",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = XLSX)))
  void applications(@ParameterObject LedgerPeriod period, HttpServletResponse response)
      throws IOException {
    WriteLedgers.Part part = begin(period, "申请登记台账", response);
    ledgers.applications(part, response.getOutputStream());
  }

  @GetMapping(path = "/api/v1/visits.xlsx", produces = XLSX)
  @FreshFactor
  @Operation(
      summary = "The ledger of visits as a workbook (入户调查台账)",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = XLSX)))
  void visits(@ParameterObject LedgerPeriod period, HttpServletResponse response)
      throws IOException {
    WriteLedgers.Part part = begin(period, "入户调查台账", response);
    ledgers.visits(part, response.getOutputStream());
  }

  private WriteLedgers.Part begin(LedgerPeriod period, String title, HttpServletResponse response) {
    String scope = access.areaPrefix();
    if (scope.length() < TOWN_CODE) {
      access.require(Permission.REGISTER_EXPORT);
    }
    WriteLedgers.Part part = period.part(scope, LocalDate.now(clock));
    String name = "%s-%s至%s.xlsx".formatted(title, part.from(), part.to());
    response.setContentType(XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    access.tell(Deed.LEDGER_EXPORTED, "", title);
    return part;
  }
}
