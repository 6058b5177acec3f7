package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A smaller {@code bench/kill-loading.sh}: one kill -9 in the middle. */
class KilledLoadingIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void loading_that_was_killed_goes_on_to_the_same_result() throws Exception {
    RunningProgram undisturbed = new RunningProgram("undisturbed");
    Path district = undisturbed.home().resolve("district");
    undisturbed.run(0, LIMIT, "generate", district.toString(), "--households", "1500");
    String files = district.resolve("files").toString();
    undisturbed.run(0, LIMIT, "load", files);

    RunningProgram killed = new RunningProgram("killed");
    Process loader = killed.begin("load", files);
    while (!killed.output().matches("(?s).*关联 文件 \\d+/.*")) {
      assertThat(loader.isAlive()).as(killed.output()).isTrue();
      Thread.sleep(10);
    }
    loader.destroyForcibly().waitFor();
    assertThat(killed.output()).as("killed before its end").doesNotContain("总行数");
    killed.run(0, LIMIT, "load", files);
    assertThat(links(killed)).isEqualTo(links(undisturbed));
  }

  private static String links(RunningProgram program) throws Exception {
    Path links = program.home().resolve("links.csv");
    program.run(0, LIMIT, "export", "links", links.toString());
    return Files.readString(links);
  }
}
