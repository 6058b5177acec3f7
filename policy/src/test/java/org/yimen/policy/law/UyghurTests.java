package org.yimen.policy.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yimen.policy.Determination;
import org.yimen.policy.Law;
import org.yimen.policy.Said;
import org.yimen.policy.facts.Household;
import org.yimen.policy.facts.IncomeItem;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Range;
import org.yimen.policy.facts.Relation;
import org.yimen.policy.text.Docs;
import org.yimen.policy.text.Fields;
import org.yimen.policy.text.Reading;

/** Conditions explain themselves in Uyghur with the same figures. */
class UyghurTests {
  private static final Law LAW = Law.load(List.of());
  private static final LocalDate DATE = LocalDate.of(2025, 8, 1);
  private static final Path FILE = Path.of("..", "rules", "uyghur.yaml");
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  private static Map<String, String> translations() throws IOException {
    Reading reading = new Reading("uyghur.yaml");
    Fields file = reading.fields(Docs.read("uyghur.yaml", Files.readAllBytes(FILE)), "file");
    return reading.items(file.get("translations"), "translations").stream()
        .map(doc -> reading.fields(doc, "line"))
        .collect(Collectors.toMap(line -> line.text("zh"), line -> line.text("ug")));
  }

  private static Stream<String> texts(RuleText rule) {
    return Stream.concat(
        Stream.of(rule.name()),
        rule.tests().stream()
            .flatMap(test -> Stream.of(test.met(), test.notMet(), test.unknown()))
            .filter(Objects::nonNull));
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void every_name_and_sentence_of_a_condition_has_one_and_nothing_else_does() throws IOException {
    Stream<String> said =
        LAW.rules().stream().filter(r -> r.kind().equals("condition")).flatMap(UyghurTests::texts);
    Set<String> wanted = said.collect(Collectors.toCollection(TreeSet::new));
    Set<String> found = new TreeSet<>(translations().keySet());
    assertThat(found).contains("测算中不考虑这一条");
    found.remove("测算中不考虑这一条");
    found.removeAll(wholeSentences());
    wanted.removeAll(wholeSentences());
    assertThat(found).isEqualTo(wanted);
  }

  /** Sentences of conditions with several tests, which their rule's text does not repeat. */
  private static Set<String> wholeSentences() {
    return Set.of(
        "年龄{年龄}周岁，也没有规定类别和等级的残疾，不属于无劳动能力",
        "没有发现返贫致贫风险",
        "是否有返贫致贫风险尚不清楚",
        "没有风险，或人均年收入{人均年收入}元不低于当地上年人均可支配收入{当地人均可支配收入}元",
        "是否有其他困难尚不能判断");
  }

  @Test
  void it_shows_the_same_figures_and_no_chinese() throws IOException {
    translations()
        .forEach(
            (chinese, uyghur) -> {
              assertThat(places(uyghur)).as(chinese).isEqualTo(places(chinese));
              assertThat(HAN.matcher(uyghur.replaceAll(PLACE.pattern(), "")).find())
                  .as(uyghur)
                  .isFalse();
            });
  }

  private static Household earning(Range yuan) {
    Member one =
        Member.of("a", Relation.APPLICANT, LocalDate.of(1980, 1, 1))
            .income(IncomeItem.monthly(IncomeItem.Kind.WAGE, yuan))
            .build();
    return Household.of(Household.Residence.URBAN, List.of(one)).build();
  }

  private static Said said(Household household, Law law, String condition) {
    List<Determination.Condition> conditions =
        law.determine(household, DATE, "650107").conditions();
    List<Said> said = law.said(household, DATE, "650107", Tongue.UYGHUR);
    assertThat(said).hasSameSizeAs(conditions);
    int at = conditions.stream().map(Determination.Condition::id).toList().indexOf(condition);
    return said.get(at);
  }

  @Test
  void a_condition_says_its_figures_in_uyghur() {
    assertThat(said(earning(Range.yuan(500)), LAW, "dibao.income"))
        .isEqualTo(
            new Said(
                "تۆۋەن كاپالەتنىڭ كىرىم شەرتى",
                "كىشى بېشىغا ئايلىق كىرىم 500 يۈەن، ئۆلچەم 800 يۈەندىن تۆۋەن"));
  }

  @Test
  void what_is_known_of_a_figure_is_said_in_uyghur_too() {
    assertThat(said(earning(new Range(70_000, 90_000)), LAW, "dibao.income").text())
        .contains("700 – 900");
    assertThat(said(earning(new Range(0, 90_000)), LAW, "dibao.income").text())
        .contains("ئەڭ كۆپ 900");
    assertThat(said(earning(new Range(0, Range.OPEN)), LAW, "dibao.income").text())
        .contains("(ئېنىق ئەمەس)");
    assertThat(said(earning(new Range(70_000, Range.OPEN)), LAW, "dibao.income").text())
        .contains("ئەڭ ئاز 700");
  }

  @Test
  void several_sentences_are_joined_the_uyghur_way_and_what_is_left_out_is_said() {
    String all = said(earning(Range.yuan(500)), LAW, "dibao.property").text();
    assertThat(all.split("؛ ")).hasSize(5);
    Law without = LAW.changed(Changes.of(LAW.parameters(), Map.of(), Set.of("dibao.property")));
    assertThat(said(earning(Range.yuan(500)), without, "dibao.property").text())
        .isEqualTo("سىناق ھېسابلاشتا بۇ شەرت كۆزدە تۇتۇلمايدۇ");
  }

  @Test
  void chinese_stays_what_the_determination_says_and_stands_where_nothing_is_translated() {
    Household household = earning(Range.yuan(500));
    assertThat(LAW.said(household, DATE, "650107", Tongue.CHINESE))
        .extracting(Said::text)
        .containsExactlyElementsOf(
            LAW.determine(household, DATE, "650107").conditions().stream()
                .map(Determination.Condition::text)
                .toList());
    String rule =
        """
        document: 试验文件
        conditions:
          - {id: test.one, name: 试验条件, article: 一, test: 是农户, notMet: 不是}
        """;
    byte[] bytes = rule.getBytes(StandardCharsets.UTF_8);
    List<RuleSource> sources = new java.util.ArrayList<>(RuleSource.ofProduct());
    sources.add(new RuleSource("more.yaml", bytes, Docs.read("more.yaml", bytes), true));
    assertThat(said(household, Law.of(sources), "test.one")).isEqualTo(new Said("试验条件", "不是"));
  }
}
