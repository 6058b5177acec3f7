package org.yimen.eligibility;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yimen.eligibility.indication.Group;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;
import org.yimen.platform.ProgressLine;
import org.yimen.policy.facts.Coded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code yimen screen}: screens every household, also beside a running {@code yimen start}. */
@Command(name = "screen", description = "对台账中每一户做初筛，给出提示（不是认定结论）。", mixinStandardHelpOptions = true)
public final class ScreenCommand implements Callable<Integer> {

  private static final int TENTHS = 10;

  private final Program program;

  @Option(names = "--as-of", paramLabel = "DATE", description = "以哪一天的数据和规则为准，如 2025-08-01，默认今天")
  private @Nullable LocalDate asOf;

  @Option(names = "--area", description = "地区规则目录，可重复")
  private @Nullable List<Path> areas;

  ScreenCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(Program.areas(areas), this::screen);
  }

  private int screen(ApplicationContext context) {
    ProgressLine progress = ProgressLine.onStandardError();
    ScreenRegister.Summary found =
        context
            .getBean(ScreenRegister.class)
            .run(asOf, null, (done, total) -> show(progress, done, total));
    progress.end();
    if (found == null) {
      throw new PlainFailure("另一个程序正在初筛。请等它完成后再运行。");
    }
    System.out.printf(
        "初筛完成：%,d 户 %,d 人，数据截至 %s。以下是提示，不是认定结论。%n",
        found.households(), found.persons(), found.asOf());
    for (Map.Entry<String, Integer> group : found.groups().entrySet()) {
      System.out.printf(
          "  %s  %,8d 户%n", Coded.of(Group.class, group.getKey()).title(), group.getValue());
    }
    return 0;
  }

  private static void show(ProgressLine progress, int done, int total) {
    long tenths = total == 0 ? TENTHS : (long) TENTHS * done / total;
    progress.show(
        done, total, "初筛 %d%%".formatted(tenths * 10), "%,d/%,d 户".formatted(done, total));
  }
}
