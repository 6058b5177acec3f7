package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseworkSpecTests {

  private static final Path SPEC = Path.of("..", "docs", "spec", "casework.md");

  private static String codes(Collection<State> states) {
    List<String> codes = states.stream().map(State::code).toList();
    return codes.isEmpty() ? "–" : String.join(", ", codes);
  }

  private static String kinds(Step step) {
    return Arrays.stream(Application.Kind.values())
        .filter(step::isOf)
        .map(Application.Kind::code)
        .collect(Collectors.joining(", "));
  }

  private static String line(Step step) {
    return "| %s |"
        .formatted(
            String.join(
                " | ",
                "`" + step.code() + "`",
                step.title(),
                kinds(step),
                codes(step.from()),
                codes(step.to()),
                step.permission() == null ? "the program" : "`" + step.permission().code() + "`",
                step.basis()));
  }

  @Test
  void the_spec_has_every_step_with_its_states_actor_and_article() throws IOException {
    String table =
        Arrays.stream(Step.values()).map(CaseworkSpecTests::line).collect(Collectors.joining("\n"));
    String spec = Files.readString(SPEC);
    if (Boolean.getBoolean("yimen.docs.update")) {
      int rows =
          spec.indexOf("|---|---|---|---|---|---|---|\n")
              + "|---|---|---|---|---|---|---|\n".length();
      Files.writeString(SPEC, spec.substring(0, rows) + table + "\n");
    }
    assertThat(Files.readString(SPEC)).endsWith(table + "\n");
  }

  @Test
  void no_step_leads_to_a_decision_but_from_the_district_after_an_investigation() {
    for (Step step : Step.values()) {
      if (step.to().contains(State.CONFIRMED) && !step.from().contains(State.CONFIRMED)
          || step.to().contains(State.REFUSED) && !step.from().contains(State.REFUSED)) {
        assertThat(step.from()).containsExactly(State.WITH_DISTRICT);
      }
      if (step.to().contains(State.WITH_DISTRICT)
          && step != Step.LENGTHEN
          && step != Step.DISTRICT_VISIT) {
        assertThat(step.from()).containsOnly(State.NOTICED, State.PROPOSED);
      }
    }
    assertThat(Step.PROPOSE.from()).containsExactly(State.ACCEPTED);
  }
}
