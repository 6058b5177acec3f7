package org.yimen.exchange.pairs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.Deed;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.Page;
import org.yimen.platform.ProblemType;

/** Doubtful pairs of the user's area. */
@RestController
@RequestMapping("/api/v1/doubtful-pairs")
@Requires(Permission.PAIR_SETTLE)
class PairController {

  private final PairQueue queue;
  private final PairView view;
  private final SettlePair settle;
  private final ReopenPair reopen;
  private final Access access;

  PairController(
      PairQueue queue, PairView view, SettlePair settle, ReopenPair reopen, Access access) {
    this.queue = queue;
    this.view = view;
    this.settle = settle;
    this.reopen = reopen;
    this.access = access;
  }

  @Schema(name = "PairRow")
  record PairRow(
      long id,
      String fileName,
      String bureau,
      String name,
      String candidateName,
      float weight,
      String why,
      String state) {}

  /** Agreement is same, similar, different or missing. */
  @Schema(name = "PairField")
  record PairField(
      String field,
      String label,
      @Nullable String left,
      @Nullable String right,
      String agreement) {}

  @Schema(name = "PairSource")
  record RowPlace(String fileName, String sheet, int row) {}

  @Schema(name = "PairCandidate")
  record Candidate(long person, float weight, List<PairField> fields) {}

  @Schema(name = "Pair")
  record Pair(long id, String state, String why, RowPlace row, List<Candidate> candidates) {}

  @Schema(name = "Decision")
  record Decision(
      @NotNull @Pattern(regexp = "accept|refuse") String decision,
      @Nullable Long person,
      @Nullable @Size(max = 200) String note) {}

  @GetMapping
  @Operation(summary = "Lists doubtful pairs, the likeliest first")
  Page<PairRow> list(
      @RequestParam(defaultValue = "open") @Pattern(regexp = "open|accepted|refused") String state,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "100") int limit) {
    PairQueue.Asked asked = new PairQueue.Asked(access.areaPrefix(), state, q);
    return new Page<>(queue.count(asked), queue.page(asked, offset, limit));
  }

  @AsProgram("candidates may live elsewhere")
  @GetMapping("/{id}")
  @Operation(summary = "Shows a row beside the persons it may be of")
  Pair one(@PathVariable long id) {
    within(id);
    access.tellRead(Deed.PAIR_READ, "pair", id);
    return view.pair(id);
  }

  @AsProgram("links are numbered for the whole register")
  @Transactional
  @PostMapping("/{id}/decision")
  @Operation(summary = "Settles a pair: accept makes the row the person's, refuse a new person's")
  Pair decide(@PathVariable long id, @RequestBody @Valid Decision decision) {
    within(id);
    String note = decision.note() == null ? "" : decision.note().strip();
    if (decision.decision().equals("accept")) {
      settle.accept(id, decision.person(), access.user().username(), note);
    } else {
      settle.refuse(id, access.user().username(), note);
    }
    access.tell(Deed.PAIR_SETTLED, "pair:" + id, decision.decision());
    return view.pair(id);
  }

  @AsProgram("links are numbered for the whole register")
  @Transactional
  @DeleteMapping("/{id}/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes a decision back; what it wrote is removed")
  void reopen(@PathVariable long id) {
    within(id);
    reopen.reopen(id);
  }

  private void within(long id) {
    if (!queue.visible(id, access.areaPrefix())) {
      throw ProblemType.NOT_FOUND.because("没有这一对记录，或它不在您的辖区。");
    }
  }
}
