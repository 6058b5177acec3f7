package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.yimen.exchange.reading.Sheets.aWorkbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yimen.exchange.reading.Sheets;

/** What the shell says of files that can't be read; the pages' side is in DeliveryPagesTests. */
class BadFilesIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final RunningProgram program;
  private final Path folder;

  BadFilesIT() throws IOException {
    program = new RunningProgram("bad").within(300);
    folder = Files.createDirectories(program.home().resolve("来文"));
  }

  @Test
  void each_bad_file_is_named_and_nothing_is_changed_in_little_memory() throws Exception {
    badWorkbooks();
    badTexts();
    program.run(1, LIMIT, "load", folder.toString());
    assertThat(program.output())
        .containsPattern("半截.xlsx +未装载：.*损坏.*请")
        .containsPattern("无表.xlsx +未装载：.*工作表.*请")
        .containsPattern("炸弹.xlsx +未装载：.*超过系统允许的范围.*请")
        .containsPattern("长格.xlsx +未装载：.*单元格.*请")
        .containsPattern("空.csv +未装载：.*没有内容.*请")
        .containsPattern("乱码.csv +未装载：.*编码.*请")
        .containsPattern("02_民政_低保花名册.csv +未装载：.*表头.*请")
        .containsPattern("密码.xlsx +未装载：.*密码.*请")
        .containsPattern("杂音.xlsx +未装载：.*请")
        .containsPattern("长格.csv +未装载：.*单元格.*请")
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
    Path links = program.home().resolve("links.csv");
    program.run(0, LIMIT, "export", "links", links.toString());
    assertThat(Files.readAllLines(links)).as("nothing but the header").hasSize(1);
  }

  @Test
  void a_path_that_is_not_there_or_holds_nothing_is_told_before_anything_is_made()
      throws Exception {
    program.run(2, LIMIT, "load", folder.resolve("没有").toString());
    program.run(2, LIMIT, "load", folder.toString());
    assertThat(program.output()).contains("找不到：").contains("没有可装载的文件").doesNotContain("Exception");
    assertThat(program.home().resolve("database")).doesNotExist();
  }

  @Test
  void a_file_that_may_not_be_read_is_told() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "x");
    assertThat(file.toFile().setReadable(false)).isTrue();
    assumeFalse(Files.isReadable(file), "skipped: this user may read everything");
    program.run(2, LIMIT, "load", folder.toString());
    assertThat(program.output()).contains("没有读取权限：").doesNotContain("Exception");
  }

  private void badWorkbooks() throws IOException {
    Path good = aWorkbook().with("a", List.of("逝者姓名", "死亡日期")).writeTo(file("半截.xlsx"));
    byte[] whole = Files.readAllBytes(good);
    Files.write(good, Arrays.copyOf(whole, whole.length / 2));
    aWorkbook().writeTo(file("无表.xlsx"));
    Sheets.huge(file("炸弹.xlsx"), "", "<row><c><v>1</v></c></row>", 9_000_000, "");
    String open = "<row r=\"1\"><c t=\"inlineStr\"><is><t>";
    Sheets.huge(file("长格.xlsx"), open, "长", 70_000_000, "</t></is></c></row>");
    Sheets.locked(file("密码.xlsx"));
  }

  private void badTexts() throws IOException {
    Files.write(file("空.csv"), new byte[0]);
    String table = "逝者姓名,死亡日期\n" + "張學友,二零二五年一月二日在醫院過世的鄉親與鄰居\n".repeat(30);
    Files.write(file("乱码.csv"), table.getBytes(Charset.forName("Big5")));
    Files.writeString(file("02_民政_低保花名册.csv"), "日期,收入\n2025-01-01,3\n");
    byte[] noise = new byte[50_000];
    new Random(1).nextBytes(noise);
    Files.write(file("杂音.xlsx"), noise);
    try (OutputStream out = Files.newOutputStream(file("长格.csv"))) {
      out.write("逝者姓名,死亡日期\n\"".getBytes(StandardCharsets.UTF_8));
      byte[] block = "长".repeat(10_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 7_000; i++) {
        out.write(block);
      }
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
