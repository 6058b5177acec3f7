package org.yimen.exchange.outward;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;

/** Packs for the national systems: made by difference, downloaded, discarded. */
@RestController
@RequestMapping("/api/v1/outward")
@Requires(Permission.OUTWARD)
class PackController {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final MakePack making;
  private final Packs packs;
  private final UpstreamSystems systems;
  private final WritePack files;
  private final OutwardScope scope;
  private final Access access;

  PackController(
      MakePack making,
      Packs packs,
      UpstreamSystems systems,
      WritePack files,
      OutwardScope scope,
      Access access) {
    this.making = making;
    this.packs = packs;
    this.systems = systems;
    this.files = files;
    this.scope = scope;
    this.access = access;
  }

  /** A system by its id and name. */
  @Schema(name = "OutwardSystem")
  record System(String id, String title, String bureau) {}

  /**
   * @param area a code of the user's own area; none: all of it
   */
  @Schema(name = "NewOutwardPack")
  record NewPack(@NotBlank @Size(max = 40) String system, @Nullable String area) {}

  @Schema(name = "OutwardReason")
  record Reason(@NotBlank @Size(max = 500) String because) {}

  /** A pack as its page shows it. */
  @Schema(name = "OutwardPack")
  record Shown(Packs.Pack pack, String systemTitle) {}

  @GetMapping("/systems")
  @Operation(
      summary =
          "The national systems that families are delivered to, as far as the user's position reaches")
  List<System> systems() {
    return scope.systems().stream()
        .map(one -> new System(one.id(), one.title(), one.bureau()))
        .toList();
  }

  @GetMapping("/packs")
  @Operation(summary = "Lists packs, newest first")
  Page<Shown> list(
      @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "100") int limit) {
    return new Page<>(
        packs.count(), packs.newest(offset, limit).stream().map(this::shown).toList());
  }

  @PostMapping("/packs")
  @Transactional
  @Operation(summary = "Makes a pack of what changed since the last one that was answered")
  Shown make(@Valid @RequestBody NewPack asked) {
    long id = making.of(scope.system(asked.system()), scope.area(asked.area()));
    Shown made = one(id);
    access.tell(Deed.PACK_MADE, "pack:" + id, made.pack().number());
    return made;
  }

  @GetMapping("/packs/{id}")
  @Operation(summary = "One pack with its counts")
  Shown one(@PathVariable long id) {
    return shown(packs.get(id));
  }

  @GetMapping("/packs/{id}/omissions")
  @Operation(summary = "The families that a pack leaves out, and why")
  Page<Packs.Omission> omissions(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    return packs.omissions(id, offset, limit);
  }

  @GetMapping(path = "/packs/{id}/file", produces = XLSX)
  @FreshFactor
  @Operation(
      summary = "The pack as a workbook in the columns of its system",
      responses = @ApiResponse(responseCode = "200", content = @Content(mediaType = XLSX)))
  void file(@PathVariable long id, HttpServletResponse response) throws IOException {
    Packs.Pack pack = packs.get(id);
    access.tell(Deed.PACK_EXPORTED, "pack:" + id, pack.number());
    response.setContentType(XLSX);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("上报-" + pack.number() + ".xlsx", StandardCharsets.UTF_8)
            .build()
            .toString());
    files.read(pack.storedAs(), response.getOutputStream());
  }

  @PostMapping("/packs/{id}/discarding")
  @Transactional
  @Operation(summary = "Discards a pack that never reached the system; its changes go out again")
  Shown discard(@PathVariable long id, @Valid @RequestBody Reason reason) {
    packs.lockOpen(id);
    packs.close(id, "discarded", reason.because().strip());
    access.tell(Deed.PACK_DISCARDED, "pack:" + id, reason.because().strip());
    return one(id);
  }

  private Shown shown(Packs.Pack pack) {
    return new Shown(pack, systems.get(pack.system()).title());
  }
}
