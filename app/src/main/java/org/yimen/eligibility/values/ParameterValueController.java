package org.yimen.eligibility.values;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.identity.Access;
import org.yimen.identity.AsProgram;
import org.yimen.identity.CurrentUser;
import org.yimen.identity.Deed;
import org.yimen.identity.FreshFactor;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.platform.once.Once;
import org.yimen.policy.law.DatedValue;
import org.yimen.policy.parameters.Parameter;
import org.yimen.policy.parameters.Parameters;

/** Values that people enter (标准调整): one proposes, another puts it in force. */
@RestController
@RequestMapping("/api/v1/parameter-values")
@Requires(Permission.RULES_READ)
class ParameterValueController {

  static final ProblemType MISSING_BASIS =
      new ProblemType("missing-basis", HttpStatus.BAD_REQUEST, "缺少依据");
  static final ProblemType AREA_OUTSIDE =
      new ProblemType("area-outside", HttpStatus.BAD_REQUEST, "不在管辖范围");

  private static final int LONGEST = 200;

  private final ProposedValues values;
  private final DecideValue decide;
  private final TryValue tryValue;
  private final LawInForce inForce;
  private final Access access;
  private final Clock clock;

  ParameterValueController(
      ProposedValues values,
      DecideValue decide,
      TryValue tryValue,
      LawInForce inForce,
      Access access,
      Clock clock) {
    this.values = values;
    this.decide = decide;
    this.tryValue = tryValue;
    this.inForce = inForce;
    this.access = access;
    this.clock = clock;
  }

  /**
   * @param parameter its id
   * @param value as typed: {@code 850}, {@code 是}, {@code 2025-01-01}, {@code 15个工作日}, {@code a、b}
   * @param area division code; that of the user where left out; a user without limits names it
   * @param to last day of validity, null: until another follows
   */
  record NewParameterValue(
      String parameter,
      String value,
      @Nullable String area,
      LocalDate from,
      @Nullable LocalDate to,
      String document,
      String article,
      @Nullable String note) {}

  /**
   * What somebody decides on a value of another.
   *
   * @param whatIf the trial that showed them the effects of exactly this value, as {@code
   *     …/effects} names it; nobody puts a value in force without
   */
  record ParameterValueDecision(boolean inForce, @Nullable String reason, @Nullable Long whatIf) {}

  /**
   * A value that somebody entered.
   *
   * @param value as people read it
   * @param state open, inForce or refused
   * @param own whether the user asking has entered it, and so does not decide on it
   */
  record EnteredValue(
      long id,
      String parameter,
      String name,
      String unit,
      String value,
      String area,
      String areaName,
      LocalDate from,
      @Nullable LocalDate to,
      String document,
      String article,
      String note,
      String enteredBy,
      OffsetDateTime enteredAt,
      String state,
      boolean own,
      @Nullable String decidedBy,
      @Nullable OffsetDateTime decidedAt,
      @Nullable String reason) {}

  @GetMapping
  @Operation(summary = "Lists the values that people entered: the open ones first, then the newest")
  List<EnteredValue> all() {
    return values.all().stream().map(this::entered).toList();
  }

  @GetMapping("/{id}")
  @Operation(summary = "An entered value")
  EnteredValue one(@PathVariable long id) {
    return entered(found(id));
  }

  @AsProgram("values of the law belong to no household")
  @PostMapping
  @Once
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.VALUES_PROPOSE)
  @Operation(summary = "Proposes a value; it holds once somebody else has put it in force")
  EnteredValue propose(@RequestBody NewParameterValue asked) {
    if (asked.from() == null) {
      throw ProblemType.INVALID_REQUEST.because("请填写起始日期。");
    }
    DatedValue value =
        new DatedValue(
            "新值",
            filled(asked.parameter()),
            typed(filled(asked.parameter()), filled(asked.value())),
            asked.from(),
            asked.to(),
            area(filled(asked.area()), access.user()),
            filled(asked.document()),
            filled(asked.article()));
    String note = filled(asked.note());
    refuseIncomplete(value, note);
    CheckValue.against(inForce, value);
    long id = values.add(value, note, access.user());
    access.tell(Deed.VALUE_PROPOSED, "value:" + id, note);
    return entered(found(id));
  }

  private String typed(String id, String value) {
    Parameters known = inForce.law().parameters();
    Parameter parameter = known.find(id);
    return parameter == null
        ? value
        : TypedValue.plain(parameter, TypedValue.filed(parameter, value, known.history(parameter)));
  }

  private static void refuseIncomplete(DatedValue value, String note) {
    if (value.document().isEmpty() || value.article().isEmpty()) {
      throw MISSING_BASIS.because("请写明文件名称（文号）和条款，例如“新民发〔2025〕74号”“第一条”。");
    }
    if (value.typed().isEmpty()) {
      throw ProblemType.INVALID_REQUEST.because("请填写新值。");
    }
    if (longest(value.typed(), value.document(), value.article(), note) > LONGEST) {
      throw ProblemType.INVALID_REQUEST.because("新值、文件、条款和备注每项最多 200 字。");
    }
  }

  private static String filled(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  private static int longest(String... texts) {
    return List.of(texts).stream().mapToInt(String::length).max().orElse(0);
  }

  private String area(String asked, CurrentUser user) {
    String area = asked.isEmpty() ? user.areaCode() : asked;
    if (area.isEmpty()) {
      throw AREA_OUTSIDE.because("请写明新值用于哪个地区。");
    }
    boolean inside = area.matches("\\d{2,12}") && area.startsWith(user.areaCode());
    if (!inside || !area.equals(user.areaCode()) && !values.isPopulated(area)) {
      throw AREA_OUTSIDE.because("地区“%s”不在您的管辖范围（%s）内，请重新选择。".formatted(area, user.areaName()));
    }
    return area;
  }

  @AsProgram("may begin a screening of everybody")
  @PostMapping("/{id}/decision")
  @Requires(Permission.VALUES_DECIDE)
  @FreshFactor
  @Operation(
      summary = "Puts a value in force that somebody else entered, or refuses it",
      description =
          "To be put in force its effects must have been worked out before, by the law and the"
              + " register as they are now. Answers when it is known whom the value touches, after"
              + " some seconds")
  EnteredValue decide(@PathVariable long id, @RequestBody ParameterValueDecision asked) {
    CurrentUser user = access.user();
    String reason = filled(asked.reason());
    if (!asked.inForce() && reason.isEmpty() || reason.length() > LONGEST) {
      throw ProblemType.INVALID_REQUEST.because("不同意时请写明理由，最多 200 字。");
    }
    if (!found(id).area().startsWith(user.areaCode())) {
      throw AREA_OUTSIDE.because("这个值用于您管辖范围以外的地区，请由有权限的人决定。");
    }
    LocalDate today = LocalDate.now(clock);
    access.tell(Deed.VALUE_DECIDED, "value:" + id, asked.inForce() ? "同意生效" : "不同意：" + reason);
    Long seen = asked.inForce() ? asked.whatIf() : null;
    decide.on(id, new ProposedValues.Verdict(asked.inForce(), reason, user, today, seen));
    if (asked.inForce()) {
      tryValue.inForce(found(id), user);
    }
    return entered(found(id));
  }

  private ProposedValues.Proposed found(long id) {
    ProposedValues.Proposed found = values.find(id);
    if (found == null) {
      throw ProblemType.NOT_FOUND.because("没有第 %d 号参数值。".formatted(id));
    }
    return found;
  }

  private EnteredValue entered(ProposedValues.Proposed value) {
    Named named = named(value);
    Boolean decided = value.inForce();
    return new EnteredValue(
        value.id(),
        value.parameter(),
        named.name(),
        named.unit(),
        named.value(),
        value.area(),
        value.areaName(),
        value.validFrom(),
        value.validTo(),
        value.document(),
        value.article(),
        value.note(),
        value.enteredByName(),
        value.enteredAt(),
        decided == null ? "open" : decided ? "inForce" : "refused",
        value.enteredBy().equals(access.user().username()),
        value.decidedByName(),
        value.decidedAt(),
        value.reason());
  }

  private record Named(String name, String unit, String value) {}

  private Named named(ProposedValues.Proposed one) {
    Parameter parameter = inForce.law().parameters().find(one.parameter());
    return parameter == null
        ? new Named(one.parameter(), "", one.value())
        : new Named(parameter.name(), parameter.unit(), TypedValue.shown(parameter, one.value()));
  }
}
