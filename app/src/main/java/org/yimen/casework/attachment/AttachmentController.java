package org.yimen.casework.attachment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.casework.Applications;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;

/** Photos and signatures from a phone, sent before the visit that tells of them. */
@RestController
@RequestMapping("/api/v1/applications/{id}/attachments")
@Requires({
  Permission.CASE_ACCEPT,
  Permission.CASE_INVESTIGATE,
  Permission.CASE_CHECK,
  Permission.CASE_REVIEW,
  Permission.CASE_DECIDE
})
class AttachmentController {

  private static final ProblemType WRONG =
      new ProblemType("wrong-attachment", HttpStatus.UNSUPPORTED_MEDIA_TYPE, "不能接收的照片或文件");
  private static final ProblemType OTHER =
      new ProblemType("other-attachment", HttpStatus.CONFLICT, "编号已用于另一张照片");

  private final Applications applications;
  private final Attachments attachments;
  private final List<ScanAttachment> scanners;
  private final Access access;

  AttachmentController(
      Applications applications,
      Attachments attachments,
      List<ScanAttachment> scanners,
      Access access) {
    this.applications = applications;
    this.attachments = attachments;
    this.scanners = List.copyOf(scanners);
    this.access = access;
  }

  /** Its type as the content tells, and whether the same was there before. */
  record AttachmentReceipt(UUID id, String mediaType, int size, boolean knownBefore) {}

  @PutMapping("/{attachment}")
  @Requires({Permission.CASE_INVESTIGATE, Permission.CASE_CHECK})
  @Transactional
  @Operation(
      summary = "Keeps a photo, a signature or a PDF of at most 5 MB; the same again is kept once",
      description = "JPEG, PNG, WebP or PDF by their content. Other bytes under one id are refused")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  AttachmentReceipt put(
      @PathVariable long id, @PathVariable UUID attachment, HttpServletRequest request)
      throws IOException {
    applications.get(id);
    byte[] content = read(request);
    MediaTypes type = scanned(told(request), content);
    Attachments.Outcome outcome = attachments.keep(id, attachment, type, content);
    if (outcome == Attachments.Outcome.OTHER) {
      throw OTHER.because("编号 %s 已用于另一张照片或文件，请用新的编号再发送。".formatted(attachment));
    }
    if (outcome == Attachments.Outcome.KEPT) {
      access.tell(Deed.ATTACHMENT_SENT, "application:" + id, "");
    }
    return new AttachmentReceipt(
        attachment, type.code(), content.length, outcome == Attachments.Outcome.KNOWN);
  }

  private MediaTypes scanned(String told, byte[] content) {
    MediaTypes type = MediaTypes.of(content);
    if (!MediaTypes.codes().contains(told) || type == null) {
      throw WRONG.because("只接收 JPEG、PNG、WebP 照片和 PDF 文件，且内容须完整。请重新拍照或导出后再发送。");
    }
    for (ScanAttachment scanner : scanners) {
      String wrong = scanner.wrong(type.code(), content);
      if (wrong != null) {
        throw WRONG.because(wrong);
      }
    }
    return type;
  }

  private static String told(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] read(HttpServletRequest request) throws IOException {
    byte[] content = request.getInputStream().readNBytes(KnownContent.LARGEST + 1);
    if (content.length > KnownContent.LARGEST) {
      throw ProblemType.TOO_LARGE.because(
          "照片或文件超过 %d MB，请压缩后再发送。".formatted(KnownContent.LARGEST >> 20));
    }
    return content;
  }

  @GetMapping
  @Transactional
  @Operation(summary = "The photos, signatures and PDFs of an application")
  List<Attachments.Attachment> attachments(@PathVariable long id) {
    applications.get(id);
    access.tellRead(Deed.CASE_READ, "application", id);
    return attachments.of(id);
  }

  @GetMapping("/{attachment}")
  @Transactional
  @Operation(summary = "One of them, as a file to be saved")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> attachment(@PathVariable long id, @PathVariable UUID attachment) {
    applications.get(id);
    byte @Nullable [] content = attachments.content(id, attachment);
    MediaTypes type = content == null ? null : MediaTypes.of(content);
    if (content == null || type == null) {
      throw ProblemType.NOT_FOUND.because("这份申请没有这张照片或文件，请刷新后查看。");
    }
    access.tellRead(Deed.ATTACHMENT_READ, "application", id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type.code()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(attachment + "." + type.ending())
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
