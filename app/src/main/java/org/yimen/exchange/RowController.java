package org.yimen.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.CsvRows;
import org.yimen.platform.Page;
import org.yimen.registry.MaskedNumber;

/** What became of every row of a delivery. */
@RestController
@RequestMapping("/api/v1/deliveries/{id}")
@Requires(Permission.DELIVERY_LOAD)
class RowController {

  private static final List<String> HEADS =
      List.of("工作表", "行", "读取结果", "说明", "关联", "关联依据", "人员编号", "家庭编号");
  private static final Map<String, String> WORDS =
      Map.of(
          "taken", "已读取",
          "doubtful", "存疑",
          "refused", "不能用",
          "skipped", "非数据行",
          "link", "已关联",
          "review", "待人工",
          "new", "新建",
          "withdrawn", "已撤回");

  private final RowReport report;
  private final DeliveryScope scope;

  RowController(RowReport report, DeliveryScope scope) {
    this.report = report;
    this.scope = scope;
  }

  /** A row; values by their Chinese labels in the order of the file, long numbers masked. */
  @Schema(name = "SourceRow")
  record SourceRow(
      long id,
      String sheet,
      int row,
      String outcome,
      @Nullable String reason,
      @Nullable String link,
      @Nullable String linkReason,
      @Nullable Long person,
      @Nullable Long household,
      Map<String, String> values) {}

  @GetMapping("/rows")
  @Operation(summary = "Lists the rows of a delivery with what became of each, numbers masked")
  Page<SourceRow> rows(
      @PathVariable long id,
      @ParameterObject RowReport.Filter filter,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    RowReport.Names names = report.names(id);
    List<SourceRow> items =
        report.page(names, filter, offset, limit).stream()
            .map(line -> masked(line, names))
            .toList();
    return new Page<>(report.count(names, filter), items);
  }

  @GetMapping("/rows/{row}")
  @Operation(summary = "Gives one row as it stands in the file, to be compared with the paper")
  SourceRow row(@PathVariable long id, @PathVariable long row) {
    RowReport.Names names = report.names(id);
    RowReport.Line line = report.line(names, row);
    if (line == null) {
      throw DeliveryScope.notThere();
    }
    scope.tell(Deed.ROW_READ, id, "");
    return row(line, names, text -> text);
  }

  private SourceRow masked(RowReport.Line line, RowReport.Names names) {
    return row(line, names, MaskedNumber::within);
  }

  private SourceRow row(RowReport.Line line, RowReport.Names names, UnaryOperator<String> shown) {
    Map<String, String> values = new LinkedHashMap<>();
    line.cells()
        .forEach(
            (field, value) ->
                values.put(names.label(field), shown.apply(names.text(field, value))));
    boolean all = scope.everything();
    return new SourceRow(
        line.id(),
        line.sheet(),
        line.row(),
        line.outcome(),
        line.reason(),
        line.link(),
        line.linkReason(),
        all ? line.person() : null,
        all ? line.household() : null,
        values);
  }

  @GetMapping("/rows.csv")
  @FreshFactor
  @Operation(summary = "Gives the same rows as a table")
  void csv(
      @PathVariable long id, @ParameterObject RowReport.Filter filter, HttpServletResponse response)
      throws IOException {
    RowReport.Names names = report.names(id);
    scope.tell(Deed.ROWS_EXPORTED, id, "");
    String name = names.fileName().replaceFirst("\\.[A-Za-z]+$", "") + "_逐行报告.csv";
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
    List<String> fields = report.fields(names);
    String[] header = new String[HEADS.size() + fields.size()];
    HEADS.toArray(header);
    for (int i = 0; i < fields.size(); i++) {
      header[HEADS.size() + i] = names.label(fields.get(i));
    }
    boolean all = scope.everything();
    try (CsvRows out = CsvRows.to(response.getOutputStream(), header)) {
      report.each(names, filter, line -> out.row(cells(line, fields, names, all)));
    }
  }

  private static @Nullable Object[] cells(
      RowReport.Line line, List<String> fields, RowReport.Names names, boolean all) {
    @Nullable Object[] cells = new @Nullable Object[HEADS.size() + fields.size()];
    int at = 0;
    cells[at++] = line.sheet();
    cells[at++] = line.row();
    cells[at++] = WORDS.get(line.outcome());
    cells[at++] = line.reason();
    cells[at++] = WORDS.get(line.link());
    cells[at++] = line.linkReason();
    cells[at++] = all ? line.person() : null;
    cells[at++] = all ? line.household() : null;
    for (String field : fields) {
      String value = line.cells().get(field);
      cells[at++] = value == null ? null : names.text(field, value);
    }
    return cells;
  }
}
