package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code load}, {@code screen} and {@code export} while {@code start} serves the same data. */
class BesideTheServerIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void a_shell_loads_and_screens_what_the_pages_then_show() throws Exception {
    RunningProgram program = new RunningProgram("beside");
    Path district = program.home().resolve("district");
    program.run(0, LIMIT, "generate", district.toString(), "--households", "100");
    int port = RunningProgram.freePort();
    Process served = program.begin("start", "--empty", "--port", String.valueOf(port));
    try {
      String page = "http://localhost:" + port + "/sign-in";
      RunningProgram.awaitPage(served, page, LIMIT);
      program.run(0, LIMIT, "load", district.resolve("files").toString());
      program.run(0, LIMIT, "screen", "--as-of", "2025-08-01");
      Path links = program.home().resolve("links.csv");
      program.run(0, LIMIT, "export", "links", links.toString());
      assertThat(Files.readString(links)).contains(",link,").contains(",new,");
      RunningProgram.awaitPage(served, page, LIMIT);
      assertThat(served.isAlive()).isTrue();
    } finally {
      served.destroy();
      served.waitFor(30, TimeUnit.SECONDS);
    }
    assertThat(program.output())
        .contains("一门已启动", "初筛 100%", "初筛完成")
        .containsPattern("关联 文件 \\d+/24")
        .doesNotContain("Exception")
        .doesNotContain("\r")
        .doesNotContain("\u001b");
  }
}
