package org.yimen.exchange.outward.copying;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;

/** 抄录助手: a family of a pack field by field, in the order of the upstream screen. */
@RestController
@RequestMapping("/api/v1/outward/packs/{pack}")
@Requires(Permission.OUTWARD)
class CopyController {

  private final RowsToCopy rows;
  private final Access access;

  CopyController(RowsToCopy rows, Access access) {
    this.rows = rows;
    this.access = access;
  }

  @Schema(name = "OutwardRevealed")
  record Revealed(String value) {}

  @GetMapping("/families")
  @Operation(summary = "The families of a pack and how many of their rows are copied")
  Page<RowsToCopy.FamilyToCopy> families(
      @PathVariable long pack,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    return rows.families(pack, offset, limit);
  }

  @GetMapping("/families/{family}")
  @Operation(summary = "A family's rows field by field, numbers masked")
  List<RowsToCopy.RowToCopy> family(@PathVariable long pack, @PathVariable String family) {
    access.tell(Deed.OUTWARD_READ, "pack:" + pack, family);
    return rows.of(pack, family);
  }

  @GetMapping("/rows/{row}/fields/{place}")
  @Operation(summary = "What stands masked in a field; the audit is told")
  Revealed field(@PathVariable long pack, @PathVariable long row, @PathVariable int place) {
    String value = rows.revealed(pack, row, place);
    access.tell(Deed.OUTWARD_READ, "pack:" + pack, "行 " + row + " 第 " + (place + 1) + " 项");
    return new Revealed(value);
  }

  @PostMapping("/rows/{row}/copied")
  @Transactional
  @Operation(summary = "Says that a row was typed into the upstream system")
  void copied(@PathVariable long pack, @PathVariable long row) {
    rows.copied(pack, row);
    access.tell(Deed.OUTWARD_COPIED, "pack:" + pack, "行 " + row);
  }
}
