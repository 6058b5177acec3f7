package org.yimen.eligibility;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code yimen export screening FILE.csv}: the last screening, see docs/spec/exports.md. */
@Command(
    name = "screening",
    description = "导出最近一次初筛的逐户提示（不是认定结论）。",
    mixinStandardHelpOptions = true)
public final class ExportScreening implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE.csv", description = "写入的文件；已有的会被替换")
  private Path file = Path.of("screening.csv");

  ExportScreening(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(
        Map.of(),
        context -> {
          if (context.getBean(ScreeningRuns.class).current() == null) {
            throw new PlainFailure("还没有初筛结果。请先运行 yimen screen。");
          }
          int count = write(context.getBean(WriteScreening.class), file.toAbsolutePath());
          System.out.printf("已导出 %d 户到 %s%n", count, file.toAbsolutePath());
          return 0;
        });
  }

  /** Writes beside the file first, so that a broken export never replaces a whole one. */
  private static int write(WriteScreening screening, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      int count;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        count = screening.write("", out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } catch (IOException e) {
      throw new PlainFailure("无法写入 %s。请检查文件夹是否存在、磁盘是否已满，或文件是否正被其他程序打开。".formatted(file), e);
    }
  }
}
