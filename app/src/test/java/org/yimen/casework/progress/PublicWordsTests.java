package org.yimen.casework.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yimen.casework.Offices;
import org.yimen.casework.State;
import org.yimen.casework.Step;
import org.yimen.casework.recheck.Cause;
import org.yimen.casework.recheck.Outcome;
import org.yimen.identity.Deed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a family can be told has its words, in every language of the public page. */
class PublicWordsTests {

  private static final Offices OFFICES = new Offices("达坂城区", "东沟乡", "苇子村");

  private static JsonNode words(String language) throws IOException {
    Path file = Path.of("..", "web", "src", "shared", "i18n", language + ".json");
    return JsonMapper.builder().build().readTree(Files.readString(file)).get("pub");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "ug"})
  void every_state_step_post_possibility_and_look_is_said(String language) throws IOException {
    Set<String> wanted =
        new TreeSet<>(List.of("/state/decided", "/step/decided", "/outcome/reversed"));
    Arrays.stream(Outcome.values()).forEach(one -> wanted.add("/outcome/" + one.code()));
    Arrays.stream(Cause.values()).forEach(one -> wanted.add("/cause/" + one.code()));
    for (State state : State.values()) {
      if (state != State.AWAITING_SERVICE) {
        wanted.add("/state/" + state.code());
      }
      possibilities(state).forEach(one -> wanted.add("/may/" + one.what() + "/title"));
      possibilities(state).forEach(one -> wanted.add("/may/" + one.what() + "/text"));
      posts(state).filter(post -> !post.isEmpty()).forEach(post -> wanted.add("/post/" + post));
    }
    Arrays.stream(Step.values()).forEach(step -> wanted.add("/step/" + step.code()));
    Arrays.stream(Deed.values())
        .filter(Deed::isLook)
        .filter(deed -> !List.of("pair.read", "row.read").contains(deed.code()))
        .forEach(deed -> wanted.add("/look/" + deed.code().replace('.', '/')));
    JsonNode words = words(language);
    wanted.removeIf(place -> !words.at(place).asString("").isBlank());
    assertThat(wanted).isEmpty();
  }

  private static List<FamilyMay.Now> possibilities(State state) {
    LocalDate day = LocalDate.of(2026, 3, 2);
    return Stream.of(true, false)
        .flatMap(
            recheck ->
                Stream.of(day, null)
                    .map(served -> new FamilyMay.Stand(state, recheck, true, day, served)))
        .flatMap(stand -> FamilyMay.of(stand, day).stream())
        .toList();
  }

  private static Stream<String> posts(State state) {
    return Stream.of(true, false)
        .flatMap(
            one ->
                Stream.of(true, false)
                    .map(other -> new WhoHasIt.Where(one, other))
                    .map(where -> WhoHasIt.of(state, "650107200200", OFFICES, where).post()));
  }
}
