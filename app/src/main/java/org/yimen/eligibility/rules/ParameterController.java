package org.yimen.eligibility.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Law;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Value;

/** The dated values of the law: who set what, from when, where. */
@RestController
@RequestMapping("/api/v1/parameters")
@Requires(Permission.RULES_READ)
class ParameterController {

  private final LawInForce inForce;
  private final Clock clock;

  ParameterController(LawInForce inForce, Clock clock) {
    this.inForce = inForce;
    this.clock = clock;
  }

  /**
   * @param value as people read it
   * @param area division code whose people it concerns; empty: the nation
   * @param isDefault the local document was not at hand
   */
  @Schema(name = "ParameterValue")
  record Dated(
      String value,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String area,
      String basis,
      boolean isDefault) {}

  /**
   * @param type money, number, truth, date, text, list or limit
   * @param codes what a text or a list may hold; empty: anything
   * @param current what holds at the place on the day, null where nothing does
   * @param history every value, the newest first
   * @param rules ids of the rules that use it
   */
  @Schema(name = "DatedParameter")
  record OfLaw(
      String id,
      String name,
      String type,
      String unit,
      List<String> codes,
      @Nullable Dated current,
      List<Dated> history,
      List<String> rules) {}

  @GetMapping
  @Operation(
      summary = "Lists the values that hold at a place on a day, with their history",
      description =
          "area: a division code, without it the nation's values; on: today where left out")
  List<OfLaw> all(
      @RequestParam(required = false) @Nullable String area,
      @RequestParam(required = false) @Nullable LocalDate on) {
    if (area != null && !area.isEmpty() && !area.matches("\\d{2,12}")) {
      throw ProblemType.INVALID_REQUEST.because("地区代码应为 2 至 12 位数字。");
    }
    LocalDate day = on == null ? LocalDate.now(clock) : on;
    Law law = inForce.law();
    @Nullable Value[] values = law.parameters().on(day, area);
    return law.parameters().all().stream()
        .map(parameter -> ofLaw(law, parameter, values[parameter.index()]))
        .toList();
  }

  private static OfLaw ofLaw(Law law, Parameter parameter, @Nullable Value current) {
    return new OfLaw(
        parameter.id(),
        parameter.name(),
        parameter.type().name().toLowerCase(Locale.ROOT),
        parameter.unit(),
        parameter.codes(),
        current == null ? null : dated(current),
        law.parameters().history(parameter).stream()
            .sorted(
                Comparator.comparing(Value::from, Comparator.nullsLast(Comparator.reverseOrder())))
            .map(ParameterController::dated)
            .toList(),
        law.rules().stream()
            .filter(text -> text.names().anyMatch(parameter.name()::equals))
            .map(text -> text.id())
            .distinct()
            .toList());
  }

  private static Dated dated(Value value) {
    return new Dated(
        value.text(),
        value.from(),
        value.to(),
        value.area(),
        value.basis(),
        value.basis().contains("默认值"));
  }
}
