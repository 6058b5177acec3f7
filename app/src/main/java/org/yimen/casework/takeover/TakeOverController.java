package org.yimen.casework.takeover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;

/** Shows whom the rolls recognise and who isn't watched here yet, and takes them over. */
@RestController
@RequestMapping("/api/v1/take-over")
@Requires(Permission.CASE_REVIEW)
class TakeOverController {

  private final TakeOver takeOver;

  TakeOverController(TakeOver takeOver) {
    this.takeOver = takeOver;
  }

  /**
   * Families of a category.
   *
   * @param firstRecheck the day on which the first re-check of them is due; null: they expire
   * @param remarked families of which roll and register say different things
   */
  @Schema(name = "TakeOverSum")
  record Sum(
      String category,
      int families,
      int persons,
      long monthlyFen,
      int remarked,
      @Nullable LocalDate firstRecheck) {}

  /** A family that can't be taken over as it is. */
  @Schema(name = "HeldFamily")
  record Held(long household, String applicant, String area, String why) {}

  /** What is on the rolls and not here. */
  @Schema(name = "TakeOver")
  record View(List<Sum> ready, List<Held> held) {}

  @GetMapping
  @Operation(
      summary = "Families on the rolls that can be taken over, and those that can't, with why")
  View look() {
    return view(takeOver.look());
  }

  @PostMapping
  @FreshFactor
  @Operation(summary = "Takes over all families on the rolls of the own area that can be")
  View all() {
    return view(takeOver.all());
  }

  private static View view(TakeOver.Found found) {
    Map<String, List<TakeOver.Taken>> byCategory =
        found.ready().stream().collect(Collectors.groupingBy(one -> one.roll().category().code()));
    return new View(
        byCategory.entrySet().stream()
            .map(one -> sum(one.getKey(), one.getValue()))
            .sorted(Comparator.comparing(Sum::category))
            .toList(),
        found.held().stream().map(TakeOverController::held).toList());
  }

  private static Sum sum(String category, List<TakeOver.Taken> all) {
    return new Sum(
        category,
        all.size(),
        all.stream().mapToInt(one -> one.roll().people().size()).sum(),
        all.stream().mapToLong(one -> one.roll().monthlyFen()).sum(),
        (int) all.stream().filter(one -> !one.roll().remark().isEmpty()).count(),
        all.stream()
            .map(TakeOver.Taken::recheck)
            .filter(one -> one != null && one.due() != null)
            .map(one -> one.due())
            .min(Comparator.naturalOrder())
            .orElse(null));
  }

  private static Held held(TakeOver.Held one) {
    String area = one.roll().area();
    return new Held(
        one.roll().household(), one.roll().applicant(), area == null ? "" : area, one.why());
  }
}
