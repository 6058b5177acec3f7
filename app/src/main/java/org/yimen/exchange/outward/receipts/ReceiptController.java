package org.yimen.exchange.outward.receipts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.yimen.exchange.outward.Packs;
import org.yimen.exchange.outward.UpstreamSystems;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

/** What the systems answered, and the settling of what differs. */
@RestController
@RequestMapping("/api/v1/outward")
@Requires(Permission.OUTWARD)
class ReceiptController {

  private final Packs packs;
  private final ReceiptFiles files;
  private final LoadReceipt loading;
  private final Differences differences;
  private final UpstreamSystems systems;
  private final Access access;

  ReceiptController(
      Packs packs,
      ReceiptFiles files,
      LoadReceipt loading,
      Differences differences,
      UpstreamSystems systems,
      Access access) {
    this.packs = packs;
    this.files = files;
    this.loading = loading;
    this.differences = differences;
    this.systems = systems;
    this.access = access;
  }

  @Schema(name = "AcceptedWithoutFile")
  record Accepted(@NotBlank @Size(max = 500) String because) {}

  /** How a difference is settled: ours and theirs say who is right; noted: neither. */
  @Schema(name = "DifferenceSettlement")
  record Settlement(
      @NotNull @Pattern(regexp = "ours|theirs|noted") String settled,
      @NotBlank @Size(max = 500) String because) {}

  @PostMapping(path = "/packs/{id}/receipt", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Transactional
  @Operation(summary = "Takes a system's answer to a pack; what differs is listed")
  Packs.Pack receipt(
      @PathVariable long id, @RequestParam(required = false) @Nullable List<MultipartFile> files)
      throws IOException {
    if (files == null || files.size() != 1) {
      throw ProblemType.INVALID_REQUEST.because("请选择一份回执文件。");
    }
    Packs.Pack pack = packs.lockOpen(id);
    ReceiptFiles.Kept kept = this.files.keep(id, files.get(0));
    loading.into(pack, this.files.read(systems.get(pack.system()), kept));
    packs.close(id, "acknowledged", kept.name());
    access.tell(Deed.PACK_ANSWERED, "pack:" + id, pack.number());
    return packs.get(id);
  }

  @PostMapping("/packs/{id}/acceptance")
  @Transactional
  @Operation(summary = "Says that everything was taken, where a system gives no file")
  Packs.Pack accept(@PathVariable long id, @Valid @RequestBody Accepted asked) {
    Packs.Pack pack = packs.lockOpen(id);
    loading.acceptAll(id);
    packs.close(id, "acknowledged", asked.because().strip());
    access.tell(Deed.PACK_ANSWERED, "pack:" + id, pack.number());
    return packs.get(id);
  }

  @GetMapping("/differences")
  @Operation(summary = "Where answers differ from what was delivered")
  Page<Differences.Shown> list(
      @RequestParam(required = false) @Nullable Long pack,
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    return differences.page(pack, open, offset, limit);
  }

  @PostMapping("/differences/{id}/settlement")
  @Transactional
  @Operation(summary = "Settles a difference, with the reason")
  void settle(@PathVariable long id, @Valid @RequestBody Settlement asked) {
    differences.settle(id, asked.settled(), asked.because().strip());
    access.tell(Deed.DIFFERENCE_SETTLED, "difference:" + id, asked.because().strip());
  }
}
