package org.yimen.eligibility;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.yimen.eligibility.indication.Group;
import org.yimen.eligibility.indication.Missing;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.identity.FieldScope;
import org.yimen.identity.Permission;
import org.yimen.identity.Requires;
import org.yimen.platform.ProblemType;
import org.yimen.policy.Category;
import org.yimen.policy.Determination;
import org.yimen.policy.Figure;
import org.yimen.policy.Said;
import org.yimen.policy.facts.Coded;

/** What screening suggests of one household, reason by reason. */
@RestController
class HouseholdScreeningController {

  private static final String CHANGED = "（初筛之后本户有新的数据，以下逐条理由仍按初筛时的数据；请重新运行初筛。）";
  private static final String OUTDATED = "（初筛之后规则或当时的数据已更改，以下逐条理由按现有规则推算；请重新运行初筛。）";

  private final ScreeningRuns runs;
  private final ReplayScreening replay;
  private final FieldScope fields;
  private final Access access;

  HouseholdScreeningController(
      ScreeningRuns runs, ReplayScreening replay, FieldScope fields, Access access) {
    this.fields = fields;
    this.runs = runs;
    this.replay = replay;
    this.access = access;
  }

  /**
   * Left and right are null where the facts don't say them exactly.
   *
   * @param titleUyghur title and text in Uyghur; in Chinese where the rules have none
   */
  record Condition(
      String id,
      String title,
      String titleUyghur,
      String subject,
      String result,
      String text,
      String textUyghur,
      String basis,
      List<String> missing,
      @Nullable Object left,
      @Nullable String operator,
      @Nullable Object right,
      @Nullable String unit) {}

  record Parameter(
      String id,
      String title,
      Object value,
      @Nullable String unit,
      String basis,
      @Nullable LocalDate from) {}

  record MissingFact(String code, String text) {}

  /**
   * @param indication always true: it is no determination
   * @param outdated facts or rules have changed since the run
   */
  record Screening(
      String group,
      String groupName,
      @Nullable String suggestedCategory,
      @Nullable String suggestedName,
      String certainty,
      @Nullable String watchKind,
      String reason,
      List<MissingFact> missing,
      List<String> against,
      boolean indication,
      boolean outdated,
      List<Condition> conditions,
      Map<String, String> categories,
      List<Parameter> parameters,
      LocalDate asOf,
      long runId) {}

  @GetMapping("/api/v1/households/{id}/screening")
  @Requires(Permission.SCREENING_READ)
  @Operation(
      summary = "What the last screening suggests of a household, condition by condition",
      description = "An indication, no determination; 404 where nobody has screened it yet")
  Screening screening(@PathVariable long id) {
    ScreeningRuns.Current run = runs.current();
    ReplayScreening.Kept kept = run == null ? null : replay.kept(run, id, access.areaPrefix());
    if (run == null || kept == null) {
      throw ProblemType.NOT_FOUND.because("这一户还没有初筛结果，或不在您的管辖范围内。");
    }
    access.tellRead(Deed.SCREENING_READ, "household", id);
    return screening(run, kept, replay.replayed(run, kept, id));
  }

  /** Without what illness, disability and the like decided, for whom these are held back. */
  private Screening screening(
      ScreeningRuns.Current run,
      ReplayScreening.Kept kept,
      ReplayScreening.@Nullable Replayed again) {
    String outdated = outdated(again);
    Shown shown = new Shown(again);
    return new Screening(
        kept.groupCode(),
        Coded.of(Group.class, kept.groupCode()).title(),
        kept.suggestedCategory(),
        category(kept.suggestedCategory()),
        kept.certainty(),
        kept.watchKind(),
        fields.text(kept.reason()) + outdated,
        missing(kept.missing()),
        Arrays.stream(kept.against()).map(fields::text).toList(),
        true,
        !outdated.isEmpty(),
        shown.conditions().stream()
            .filter(one -> fields.tellsNothingHidden(one.title() + one.text()))
            .toList(),
        shown.categories(),
        shown.parameters().stream().filter(one -> fields.tellsNothingHidden(one.title())).toList(),
        run.asOf(),
        run.id());
  }

  private static String outdated(ReplayScreening.@Nullable Replayed again) {
    if (again == null || !again.same()) {
      return OUTDATED;
    }
    return again.changed() ? CHANGED : "";
  }

  private static List<MissingFact> missing(String[] codes) {
    return Arrays.stream(codes)
        .map(code -> new MissingFact(code, Coded.of(Missing.class, code).title()))
        .toList();
  }

  private static @Nullable String category(String code) {
    Category found = Coded.find(Category.class, code);
    return found == null || found == Category.NONE || found == Category.UNKNOWN
        ? null
        : found.title();
  }

  /** The law's answer in the words of the page: members by name instead of by id. */
  private record Shown(ReplayScreening.@Nullable Replayed replayed) {

    List<Condition> conditions() {
      Determination determined = determined();
      return determined == null
          ? List.of()
          : IntStream.range(0, determined.conditions().size())
              .mapToObj(i -> condition(determined.conditions().get(i), uyghur().get(i)))
              .toList();
    }

    Map<String, String> categories() {
      Map<String, String> results = new LinkedHashMap<>();
      Determination determined = determined();
      if (determined != null) {
        determined.categories().forEach((key, value) -> results.put(key.code(), value.code()));
        results.put("returnToPovertyWatch", determined.watch().result().code());
      }
      return results;
    }

    List<Parameter> parameters() {
      Determination determined = determined();
      return determined == null
          ? List.of()
          : determined.parametersUsed().stream()
              .map(
                  used ->
                      new Parameter(
                          used.id(), used.title(), used.value(), null, used.basis(), used.from()))
              .toList();
    }

    private @Nullable Determination determined() {
      return replayed == null ? null : replayed.determination();
    }

    private List<Said> uyghur() {
      return replayed == null ? List.of() : replayed.uyghur();
    }

    private Condition condition(Determination.Condition condition, Said uyghur) {
      return new Condition(
          condition.id(),
          condition.title(),
          uyghur.title(),
          name(condition.subject()),
          condition.result().code(),
          condition.text(),
          uyghur.text(),
          condition.basis(),
          condition.missing().stream().map(this::asked).distinct().toList(),
          exact(condition.left()),
          condition.operator(),
          exact(condition.right()),
          condition.unit());
    }

    private static @Nullable Object exact(@Nullable Figure figure) {
      return figure == null ? null : figure.value();
    }

    private String name(String subject) {
      return replayed == null
          ? subject
          : replayed.household().members().stream()
              .filter(member -> Long.toString(member.id()).equals(subject))
              .map(member -> member.name())
              .findAny()
              .orElse(subject);
    }

    /** Such as {@code 17.income} or {@code property}. */
    private String asked(String fact) {
      int dot = fact.indexOf('.');
      String who = dot < 0 ? "" : name(fact.substring(0, dot));
      String what = dot < 0 ? fact : fact.substring(dot + 1);
      String whose = who.isEmpty() || who.equals("household") ? "家庭" : who;
      return whose + WORDS.getOrDefault(what.replaceAll("\\[.*", ""), "：" + what);
    }
  }

  private static final Map<String, String> WORDS =
      Map.of(
          "income", "的收入",
          "property", "的财产",
          "obligors", "的赡养、抚养、扶养义务人",
          "expenses", "的必需支出",
          "livesTogetherMonths", "共同生活的时间",
          "risks", "的返贫致贫风险");
}
