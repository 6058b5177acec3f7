package org.yimen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressLineTests {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2025-08-01T00:00:00Z");

  private ProgressLine line(boolean terminal) {
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    return new ProgressLine(out, terminal, () -> now);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void on_a_terminal_one_line_is_drawn_over_and_taken_away_at_the_end() {
    ProgressLine line = line(true);
    line.show(0, 2, "初筛", "0/2 户");
    line.show(1, 2, "初筛", "1/2 户");
    line.end();
    assertThat(written())
        .contains("\r" + "█".repeat(15) + "░".repeat(15) + " 初筛 1/2 户")
        .doesNotContain("\n")
        .endsWith("\r\u001b[K");
  }

  @Test
  void a_total_that_is_not_known_yet_is_an_empty_bar() {
    line(true).show(5, 0, "读取", "");
    assertThat(written()).contains("░".repeat(30) + " 读取");
  }

  @Test
  void elsewhere_each_step_is_one_plain_line() {
    ProgressLine line = line(false);
    for (int file = 0; file < 2; file++) {
      for (int row = 0; row < 100; row++) {
        line.show(row, 200, "文件 " + file + "/2", "行 " + row);
      }
    }
    line.end();
    assertThat(written().lines()).containsExactly("文件 0/2 行 0", "文件 1/2 行 0");
    assertThat(written()).doesNotContain("\r").doesNotContain("\u001b");
  }

  @Test
  void a_long_step_gives_a_sign_of_life_every_ten_seconds_if_it_moves() {
    ProgressLine line = line(false);
    for (int second = 0; second <= 25; second++) {
      line.show(second, 100, "关联", "行 " + second);
      now = now.plusSeconds(1);
    }
    for (int second = 0; second <= 25; second++) {
      line.show(25, 100, "关联", "行 25");
      now = now.plusSeconds(1);
    }
    assertThat(written().lines()).containsExactly("关联 行 0", "关联 行 10", "关联 行 20", "关联 行 25");
  }
}
