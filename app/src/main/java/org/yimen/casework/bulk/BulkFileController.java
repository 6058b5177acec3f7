package org.yimen.casework.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.CsvRows;
import org.yimen.platform.ProblemType;
import org.yimen.platform.SheetWriter;

/** What a job has written: the report of its rows, and papers. Only who began it gets them. */
@RestController
@RequestMapping("/api/v1/bulk-jobs/{id}")
@Requires(Permission.CASE_READ)
class BulkFileController {

  private static final String CSV = "text/csv;charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String PDF = "application/pdf";
  private static final String ZIP = "application/zip";
  private static final Map<String, String> WORDS =
      Map.of("open", "未办理", "done", "已办理", "refused", "未办成");
  private static final List<SheetWriter.Column> COLUMNS =
      List.of(
          new SheetWriter.Column("受理编号", 24),
          new SheetWriter.Column("申请人", 20),
          new SheetWriter.Column("结果", 10),
          new SheetWriter.Column("说明", 60),
          new SheetWriter.Column("办理时间", 22));

  private final BulkJobs jobs;
  private final PrintedFiles files;
  private final Access access;

  BulkFileController(BulkJobs jobs, PrintedFiles files, Access access) {
    this.jobs = jobs;
    this.files = files;
    this.access = access;
  }

  /**
   * A file of papers.
   *
   * @param number 1, 2, … in the order of printing
   * @param first receipt number of the first paper
   * @param last receipt number of the last paper
   * @param size in bytes
   * @param expired whether it is gone; the papers can be printed again
   */
  record BulkFile(
      int number,
      int papers,
      String first,
      String last,
      long size,
      boolean expired,
      OffsetDateTime expiresAt) {}

  @GetMapping("/files")
  @Operation(summary = "The files of papers that a job has printed so far")
  List<BulkFile> files(@PathVariable long id) {
    jobs.get(id);
    return files.of(id).stream()
        .map(
            one ->
                new BulkFile(
                    one.number(),
                    one.papers(),
                    one.first(),
                    one.last(),
                    one.size(),
                    one.storedAs() == null,
                    one.expiresAt()))
        .toList();
  }

  @GetMapping(path = "/files/{number}.pdf", produces = PDF)
  @FreshFactor
  @Operation(
      summary = "One file of papers, for who began the job in the same position",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF)))
  void pdf(@PathVariable long id, @PathVariable int number, HttpServletResponse response)
      throws IOException {
    PrintedFiles.Printed file =
        there(id).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(BulkFileController::gone);
    begin(response, PDF, name(jobs.get(id), file));
    access.tell(
        Deed.BULK_PAPERS_TAKEN, "bulk:" + id, "第%d份，%d张文书".formatted(number, file.papers()));
    files.read(file, response.getOutputStream());
  }

  @GetMapping(path = "/files.zip", produces = ZIP)
  @FreshFactor
  @Operation(
      summary = "All files of papers, for who began the job in the same position",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = ZIP)))
  void zip(@PathVariable long id, HttpServletResponse response) throws IOException {
    List<PrintedFiles.Printed> all = there(id);
    if (all.isEmpty()) {
      throw gone();
    }
    BulkJobs.BulkJob job = jobs.get(id);
    begin(response, ZIP, "第%d号%s.zip".formatted(id, job.title().replace('：', '-')));
    access.tell(Deed.BULK_PAPERS_TAKEN, "bulk:" + id, "全部%d份".formatted(all.size()));
    try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (PrintedFiles.Printed one : all) {
        zip.putNextEntry(new ZipEntry(name(job, one)));
        files.read(one, zip);
        zip.closeEntry();
      }
    }
  }

  /** Those that have not expired; none for who is no longer in the position. */
  private List<PrintedFiles.Printed> there(long id) {
    jobs.get(id);
    return jobs.inSamePosition(id)
        ? files.of(id).stream().filter(one -> one.storedAs() != null).toList()
        : List.of();
  }

  private static RuntimeException gone() {
    return ProblemType.NOT_FOUND.because("没有这份文件：可能已过保存期（7天），或您已离开原岗位。需要时请重新打印。");
  }

  private static String name(BulkJobs.BulkJob job, PrintedFiles.Printed file) {
    return "%s-%03d-%s至%s.pdf"
        .formatted(job.title().replace('：', '-'), file.number(), file.first(), file.last());
  }

  @GetMapping(path = "/rows.csv", produces = CSV)
  @FreshFactor
  @Operation(
      summary = "What became of each application, as a table",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = CSV)))
  void table(@PathVariable long id, HttpServletResponse response) throws IOException {
    jobs.get(id);
    begin(response, CSV, "第" + id + "号批量办理.csv");
    access.tell(Deed.BULK_EXPORTED, "bulk:" + id, "");
    String[] header = COLUMNS.stream().map(SheetWriter.Column::header).toArray(String[]::new);
    try (CsvRows rows = CsvRows.to(response.getOutputStream(), header)) {
      jobs.eachRow(id, one -> rows.row(cells(one)));
    }
  }

  @GetMapping(path = "/rows.xlsx", produces = XLSX)
  @FreshFactor
  @Operation(
      summary = "What became of each application, as a workbook",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = XLSX)))
  void workbook(@PathVariable long id, HttpServletResponse response) throws IOException {
    BulkJobs.BulkJob job = jobs.get(id);
    begin(response, XLSX, "第" + id + "号批量办理.xlsx");
    access.tell(Deed.BULK_EXPORTED, "bulk:" + id, "");
    try (Workbook workbook = new Workbook(response.getOutputStream(), "Yimen", "1.0");
        SheetWriter sheet =
            new SheetWriter(workbook, "逐份结果", List.of(job.title(), sums(job)), COLUMNS)) {
      jobs.eachRow(id, one -> sheet.row(cells(one)));
    }
  }

  private static String sums(BulkJobs.BulkJob job) {
    return "共 %d 份：已办理 %d，未办成 %d，未办理 %d"
        .formatted(job.all(), job.done(), job.refused(), job.open());
  }

  private static Object[] cells(BulkJobs.BulkRow one) {
    return new Object[] {
      one.number(),
      one.applicant(),
      WORDS.getOrDefault(one.outcome(), one.outcome()),
      one.why(),
      one.at() == null ? "" : one.at()
    };
  }

  private static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
  }
}
