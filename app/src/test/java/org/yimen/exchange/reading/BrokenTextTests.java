package org.yimen.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yimen.exchange.reading.Sheets.aWorkbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.exchange.reading.UnreadableFile.Problem;

/** Files whose text breaks off or runs on where it should not. */
class BrokenTextTests {

  private static final Formats FORMATS = Formats.load();
  private static final List<String> HEADER =
      List.of("逝者姓名", "性别", "年龄", "身份证号", "死亡日期", "家属姓名", "家属电话");

  @TempDir Path folder;

  private UnreadableFile problem(Path file) {
    UnreadableFile problem =
        catchThrowableOfType(UnreadableFile.class, () -> FORMATS.open(file).rows(row -> {}));
    assertThat(problem).as("a problem with " + file.getFileName()).isNotNull();
    return problem;
  }

  @Test
  void an_entity_that_nobody_defined_is_damage() throws IOException {
    Path good =
        aWorkbook()
            .with("s", HEADER, List.of("马建国", "男", 70, "", "2025-01-02", "", ""))
            .writeTo(folder.resolve("good.xlsx"));
    Path broken = folder.resolve("broken.xlsx");
    try (ZipFile in = new ZipFile(good.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(broken))) {
      for (ZipEntry entry : in.stream().toList()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        out.write(text.replace("马建国", "&foo;").getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    assertThat(problem(broken).problem()).isEqualTo(Problem.DAMAGED_FILE);
  }

  @Test
  void a_quotation_that_never_ends_swallows_no_rows() throws IOException {
    List<String> lines = new ArrayList<>(List.of(String.join(",", HEADER)));
    for (int i = 0; i < 40; i++) {
      lines.add((i == 5 ? "\"" : "") + "赵%d,男,70,,2025-01-02,,".formatted(i));
    }
    UnreadableFile problem = problem(Files.write(folder.resolve("quote.csv"), lines));
    assertThat(problem.problem()).isEqualTo(Problem.DAMAGED_FILE);
    assertThat(problem.whatToDo()).contains("第 7 行", "双引号");
  }
}
