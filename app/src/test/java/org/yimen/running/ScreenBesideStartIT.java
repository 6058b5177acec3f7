package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;

/** A screening from a shell while the program serves pages from the same data. */
class ScreenBesideStartIT {

  @Test
  void a_screening_from_a_shell_is_read_on_the_pages_of_the_running_program() throws Exception {
    RunningProgram program = new RunningProgram("screen");
    int port = RunningProgram.freePort();
    Process server = program.begin("start", "--port", Integer.toString(port));
    try {
      RunningProgram.awaitPage(server, "http://localhost:" + port + "/", Duration.ofMinutes(4));
      Desk desk = new Desk(port).as("district");
      long before = awaitRun(desk, 0);
      program.run(0, Duration.ofMinutes(3), "screen", "--as-of", "2025-08-01");
      assertThat(program.output()).contains("初筛完成", "以下是提示，不是认定结论");
      assertThat(run(desk)).isGreaterThan(before);
      assertThat(desk.get("/api/v1/screening/progress").json().get("running").asBoolean())
          .isFalse();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static long run(Desk desk) {
    return desk.get("/api/v1/screening/overview").json().get("runId").asLong();
  }

  /** Waits until the demo's own screening is through. */
  private static long awaitRun(Desk desk, long after) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      if (run(desk) > after) {
        return run(desk);
      }
      Thread.sleep(500);
    }
    throw new AssertionError("the demo was never screened");
  }
}
