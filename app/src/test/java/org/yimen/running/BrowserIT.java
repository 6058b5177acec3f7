package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Runs the browser tests of {@code web/e2e} against the packaged program with its demo district.
 */
class BrowserIT {

  private static final Path WEB = Path.of("..", "web");
  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  @Test
  void the_user_stories_hold_in_a_browser() throws Exception {
    String browser = browser();
    RunningProgram program = new RunningProgram("browser");
    Path daysAhead = program.folder().resolve("days-ahead.txt").toAbsolutePath();
    program.with("YIMEN_CLOCK_FILE", daysAhead.toString()).with("YIMEN_NOTICES_EVERY", "PT2S");
    int port = RunningProgram.freePort();
    Process served = program.begin("start", "--port", String.valueOf(port));
    try {
      String url = "http://localhost:" + port;
      RunningProgram.awaitPage(served, url + "/sign-in", Duration.ofMinutes(3));
      awaitDemo(program, served);
      Path told = program.folder().resolve("browser.txt");
      assertThat(stories(browser, url, told, daysAhead))
          .as(() -> "in the browser\n" + RunningProgram.read(told))
          .isZero();
    } finally {
      served.destroy();
      served.waitFor(30, TimeUnit.SECONDS);
    }
  }

  /** The address is printed once the demo district is loaded and screened. */
  private static void awaitDemo(RunningProgram program, Process served) throws Exception {
    for (int i = 0; i < 600 && served.isAlive(); i++) {
      if (program.output().contains("一门已启动")) {
        assertThat(program.output()).as("its cases").doesNotContain("没有装全");
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError("the demo district did not appear\n" + program.output());
  }

  /** What the browser's runner prints goes to a file: the test's own streams carry its results. */
  private static int stories(String browser, String url, Path told, Path daysAhead)
      throws IOException, InterruptedException {
    ProcessBuilder stories =
        new ProcessBuilder("npx", "playwright", "test", "--reporter=list,junit")
            .directory(WEB.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(told.toFile());
    stories.environment().put("YIMEN_URL", url);
    stories.environment().put("CHROMIUM", browser);
    stories.environment().put("YIMEN_CLOCK_FILE", daysAhead.toString());
    stories.environment().put("PLAYWRIGHT_JUNIT_OUTPUT_NAME", "test-results/browser.xml");
    return stories.start().waitFor();
  }

  private static String browser() {
    String found =
        BROWSERS.stream().filter(path -> new File(path).canExecute()).findFirst().orElse("");
    boolean required = Boolean.getBoolean("yimen.browser.required");
    assumeTrue(required || !found.isEmpty(), "browser tests skipped: no Chromium on this machine");
    assumeTrue(
        required || Files.isDirectory(WEB.resolve("node_modules")),
        "browser tests skipped: the front end was not built");
    assertThat(found).as("Chromium, required by -Dyimen.browser.required").isNotEmpty();
    return found;
  }
}
