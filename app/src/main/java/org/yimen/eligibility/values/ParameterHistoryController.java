package org.yimen.eligibility.values;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** Every value that a parameter has had, will have or was to have: who set it, and by what. */
@RestController
@Requires(Permission.RULES_READ)
class ParameterHistoryController {

  private final ProposedValues values;
  private final LawInForce inForce;
  private final Clock clock;

  ParameterHistoryController(ProposedValues values, LawInForce inForce, Clock clock) {
    this.values = values;
    this.inForce = inForce;
    this.clock = clock;
  }

  /**
   * A value and where it comes from.
   *
   * @param entry number of the entered value, null: of the rule files
   * @param value as people read it
   * @param from null: always
   * @param until its last day, also where another value follows; null: open
   * @param basis document and article
   * @param state {@code holds} today, {@code past}, {@code coming}, {@code corrected} (another
   *     value for the same first day stands in for it), {@code open} or {@code refused}
   * @param enteredBy null for a value of the rule files, as all that follow
   */
  record HistoricValue(
      @Nullable Long entry,
      String value,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      String area,
      String areaName,
      String basis,
      String state,
      @Nullable String enteredBy,
      @Nullable OffsetDateTime enteredAt,
      @Nullable String decidedBy,
      @Nullable OffsetDateTime decidedAt) {}

  @GetMapping("/api/v1/parameters/{id}/history")
  @Operation(summary = "Every value of a parameter, entered ones too, by area, the newest first")
  List<HistoricValue> history(@PathVariable String id) {
    Parameter parameter = inForce.law().parameters().find(id);
    if (parameter == null) {
      throw ProblemType.NOT_FOUND.because("没有名为“%s”的参数，请在标准与时限中查找。".formatted(id));
    }
    List<Line> lines = lines(parameter);
    return lines.stream()
        .sorted(
            Comparator.comparing((Line line) -> line.area)
                .reversed()
                .thenComparing(Line::from, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Line::order, Comparator.reverseOrder()))
        .map(line -> told(line, lines))
        .toList();
  }

  /**
   * @param order of coming in force: 0 for the files, -1 for what never did
   */
  private record Line(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String area,
      String areaName,
      long order,
      String text,
      String basis,
      ProposedValues.@Nullable Proposed entered) {

    boolean standsFor(Line other) {
      return area.equals(other.area) && java.util.Objects.equals(from, other.from);
    }
  }

  private List<Line> lines(Parameter parameter) {
    List<Line> lines = new ArrayList<>();
    for (Value value : inForce.files().parameters().history(parameter)) {
      String area = values.areaName(value.area());
      lines.add(
          new Line(
              value.from(), value.to(), value.area(), area, 0, value.text(), value.basis(), null));
    }
    for (ProposedValues.Proposed one : values.of(parameter.id())) {
      Long number = Boolean.TRUE.equals(one.inForce()) ? one.number() : null;
      lines.add(
          new Line(
              one.validFrom(),
              one.validTo(),
              one.area(),
              one.areaName(),
              number == null ? -1 : number,
              TypedValue.shown(parameter, one.value()),
              one.document() + " " + one.article(),
              one));
    }
    return lines;
  }

  private HistoricValue told(Line line, List<Line> all) {
    ProposedValues.Proposed one = line.entered;
    LocalDate until = until(line, all);
    return new HistoricValue(
        one == null ? null : one.id(),
        line.text,
        line.from,
        until,
        line.area,
        line.areaName,
        line.basis,
        state(line, until, all),
        one == null ? null : one.enteredByName(),
        one == null ? null : one.enteredAt(),
        one == null ? null : one.decidedByName(),
        one == null ? null : one.decidedAt());
  }

  private String state(Line line, @Nullable LocalDate until, List<Line> all) {
    if (line.order < 0) {
      ProposedValues.Proposed one = line.entered;
      return one != null && one.inForce() == null ? "open" : "refused";
    }
    if (all.stream().anyMatch(other -> other.standsFor(line) && other.order > line.order)) {
      return "corrected";
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate from = line.from;
    if (from != null && from.isAfter(today)) {
      return "coming";
    }
    return until != null && until.isBefore(today) ? "past" : "holds";
  }

  /** Its own last day, or the one before another value of the same area follows. */
  private static @Nullable LocalDate until(Line line, List<Line> all) {
    LocalDate from = line.from;
    LocalDate next =
        line.order < 0
            ? null
            : all.stream()
                .filter(other -> other.order >= 0 && other.area.equals(line.area))
                .map(Line::from)
                .filter(day -> day != null && (from == null || day.isAfter(from)))
                .min(Comparator.naturalOrder())
                .map(day -> day.minusDays(1))
                .orElse(null);
    LocalDate to = line.to;
    return to == null || next != null && next.isBefore(to) ? next : to;
  }
}
