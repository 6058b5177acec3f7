package org.yimen.eligibility;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yimen.platform.ExportFile;
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
          WriteScreening screening = context.getBean(WriteScreening.class);
          int count = ExportFile.write(file, out -> screening.write("", reason -> reason, out));
          System.out.printf("已导出 %d 户到 %s%n", count, file.toAbsolutePath());
          return 0;
        });
  }
}
