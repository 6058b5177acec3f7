package org.yimen.casework.paper;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Applications;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.facts.Coded;

/** Printing the papers of a case, and the form of a visit to be filled in by hand. */
@RestController
@Requires(Permission.CASE_READ)
class PaperController {

  private static final String PDF = "application/pdf";
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  private static final int MOST_MEMBERS = 15;

  private final Papers papers;
  private final Applications applications;

  PaperController(Papers papers, Applications applications) {
    this.papers = papers;
    this.applications = applications;
  }

  /**
   * A paper of the case.
   *
   * @param ready whether it can be printed now
   * @param why what has to happen first; empty where it is ready
   */
  record CasePaper(String kind, String title, boolean ready, String why) {}

  @GetMapping("/api/v1/applications/{id}/papers")
  @Transactional(readOnly = true)
  @Operation(summary = "The papers of a case: which can be printed now, and why not yet the others")
  List<CasePaper> list(@PathVariable long id) {
    return papers.of(id).stream()
        .map(
            one ->
                new CasePaper(
                    one.kind().code(), one.kind().title(), one.why().isEmpty(), one.why()))
        .toList();
  }

  @GetMapping(path = "/api/v1/applications/{id}/papers/{kind}.pdf", produces = PDF)
  @Transactional
  @Operation(
      summary = "A paper as PDF",
      description =
          "kind: receipt, missing, application, authorisation, visit, notice, decision, change",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF)))
  ResponseEntity<byte[]> pdf(@PathVariable long id, @PathVariable String kind) {
    PaperKind wanted = kind(kind);
    return file(papers.pdf(id, wanted), PDF, name(id, wanted) + ".pdf");
  }

  @GetMapping(path = "/api/v1/applications/{id}/papers/{kind}.docx", produces = WORD)
  @Transactional
  @Operation(
      summary = "A paper as a Word file that can be edited",
      description = "kind as of the PDF",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = WORD)))
  ResponseEntity<byte[]> word(@PathVariable long id, @PathVariable String kind) {
    PaperKind wanted = kind(kind);
    return file(papers.word(id, wanted), WORD, name(id, wanted) + ".docx");
  }

  @GetMapping(path = "/api/v1/forms/visit.pdf", produces = PDF)
  @Operation(
      summary = "The form of a visit to be filled in by hand",
      description = "members: how many there is room for, 1 to 15",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = PDF)))
  ResponseEntity<byte[]> emptyVisit(@RequestParam(defaultValue = "3") int members) {
    if (members < 1 || members > MOST_MEMBERS) {
      throw ProblemType.INVALID_REQUEST.because(
          "成员数（members）请填 1 至 %d；人更多的，再打印一份。".formatted(MOST_MEMBERS));
    }
    return file(papers.emptyVisit(members), PDF, "空白入户调查表.pdf");
  }

  private static PaperKind kind(String code) {
    PaperKind kind = Coded.find(PaperKind.class, code);
    if (kind == null) {
      throw ProblemType.NOT_FOUND.because("没有“%s”这种文书，请从文书列表中选择。".formatted(code));
    }
    return kind;
  }

  private String name(long id, PaperKind kind) {
    return kind.title() + "-" + applications.get(id).number();
  }

  private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }
}
