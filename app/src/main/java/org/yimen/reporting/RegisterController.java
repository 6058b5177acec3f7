package org.yimen.reporting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

@RestController
class RegisterController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RegisterRows rows;
  private final WriteRegister export;
  private final FieldScope fields;
  private final Access access;
  private final Clock clock;

  RegisterController(
      RegisterRows rows, WriteRegister export, FieldScope fields, Access access, Clock clock) {
    this.fields = fields;
    this.rows = rows;
    this.export = export;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/api/v1/households")
  @Requires(Permission.REGISTER_READ)
  @Operation(
      summary = "A part of the register list, filtered",
      description = "sort: number (default), area, size, worth")
  Page<RegisterRows.HouseholdRow> households(
      @ParameterObject RegisterFilter filter,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    filter.check();
    if (offset < 0) {
      throw ProblemType.INVALID_REQUEST.because("起始行（offset）不能小于 0。");
    }
    if (offset == 0 && filter.q() != null) {
      access.tell(Deed.SEARCHED, "", Search.of(filter.q()).told());
    }
    var wanted = new RegisterRows.Wanted(filter, access.areaPrefix(), Order.of(sort));
    var page = rows.page(wanted, offset, Page.limit(limit));
    var shown = fields.texts();
    return new Page<>(page.total(), page.items().stream().map(row -> row.saying(shown)).toList());
  }

  @GetMapping(path = "/api/v1/register.xlsx", produces = XLSX)
  @Requires(Permission.REGISTER_EXPORT)
  @FreshFactor
  @Operation(
      summary = "The register as a workbook, filtered as the list",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = XLSX)))
  void workbook(@ParameterObject RegisterFilter filter, HttpServletResponse response)
      throws IOException {
    filter.check();
    String name = "一门台账-%s.xlsx".formatted(LocalDate.now(clock));
    response.setContentType(XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    access.tell(Deed.REGISTER_EXPORTED, "", "");
    export.write(filter, access.areaPrefix(), fields.texts(), response.getOutputStream());
  }
}
