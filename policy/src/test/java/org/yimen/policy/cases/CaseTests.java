package org.yimen.policy.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;
import org.yimen.policy.Law;
import org.yimen.policy.law.RuleSource;

/** Every worked case of {@code rules/cases} holds, and together they reach every condition. */
class CaseTests {
  private static final Law LAW = Law.load(List.of());
  private static final Path FOLDER = Path.of("..", "rules", "cases");

  private static List<PolicyCase> cases() throws IOException {
    List<PolicyCase> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        cases.addAll(CaseFile.read(LAW, file.toString(), Files.readAllBytes(file)));
      }
    }
    return cases;
  }

  @TestFactory
  Stream<DynamicTest> worked_cases() throws IOException {
    return cases().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      assertThat(one.expect()).as("expects something").isNotNull();
                      assertThat(Assessment.of(LAW, one).failed()).isEmpty();
                    }));
  }

  @Test
  void every_case_file_is_listed_with_the_rules() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(RuleSource.casesOfProduct().stream().map(RuleSource::name))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> "rules/cases/" + file.getFileName()).toList());
    }
  }

  @Test
  void case_names_are_sentences_said_once() throws IOException {
    List<String> names = cases().stream().map(PolicyCase::name).toList();
    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.contains(" "));
  }

  /** Conditions whose facts are always told: nothing in a case can leave them open. */
  private static final Set<String> NEVER_OPEN =
      Set.of("tekun.labour", "single.disability", "watch.farmer");

  @Test
  void every_condition_is_reached_by_some_case_as_met_as_not_met_and_as_open() throws IOException {
    Set<String> reached = new TreeSet<>();
    for (PolicyCase one : cases()) {
      Determination determined =
          LAW.determine(one.household(), one.date(), one.area(), one.replaced());
      determined.conditions().forEach(c -> reached.add(plain(c.id()) + " " + c.result()));
    }
    Set<String> wanted = new TreeSet<>();
    for (String id : conditions()) {
      wanted.add(id + " " + Finding.MET);
      wanted.add(id + " " + Finding.NOT_MET);
      if (!NEVER_OPEN.contains(id)) {
        wanted.add(id + " " + Finding.UNKNOWN);
      }
    }
    assertThat(reached).isEqualTo(wanted);
    assertThat(conditions()).hasSizeGreaterThanOrEqualTo(19);
  }

  private static List<String> conditions() {
    List<String> all = new ArrayList<>(LAW.householdConditions());
    all.addAll(LAW.memberConditions());
    return all;
  }

  private static String plain(String id) {
    int at = id.indexOf('@');
    return at < 0 ? id : id.substring(0, at);
  }

  @Test
  void every_condition_says_a_sentence_without_gaps_and_names_its_article() throws IOException {
    for (PolicyCase one : cases()) {
      Determination determined =
          LAW.determine(one.household(), one.date(), one.area(), one.replaced());
      assertThat(determined.conditions())
          .allSatisfy(
              c -> {
                assertThat(c.text()).as(one.name() + " " + c.id()).doesNotContain("{").isNotBlank();
                assertThat(c.basis()).contains(" ");
              });
    }
  }
}
