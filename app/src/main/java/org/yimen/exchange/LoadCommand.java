package org.yimen.exchange;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.loading.LoadDeliveries;
import org.yimen.exchange.loading.LoadProgress;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code yimen load PATH...}: loads bureaus' files, also beside a running {@code yimen start}. */
@Command(
    name = "load",
    description = "装载部门文件（文件或文件夹）。中断后再运行一次即可接着装载。",
    mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {

  private static final long PAUSE = 200;

  private final Program program;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "文件或文件夹")
  private List<Path> paths = List.of();

  @Option(names = "--area", description = "地区规则目录，可重复；其 formats 文件夹里的表式也可识别")
  private @Nullable List<Path> areas;

  LoadCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    try {
      List<Path> files = FilesToLoad.of(paths); // before anything is started or changed
      return program.run(Program.areas(areas), context -> load(context, files));
    } catch (PlainFailure e) {
      System.err.println(e.getMessage());
      return 2;
    }
  }

  private static int load(ApplicationContext context, List<Path> files) throws Exception {
    Deliveries deliveries = context.getBean(Deliveries.class);
    Set<Long> ids = new LinkedHashSet<>();
    for (Path file : files) {
      try (InputStream content = Files.newInputStream(file)) {
        ids.add(deliveries.receive(file.getFileName().toString(), null, content));
      }
    }
    LoadReport report = new LoadReport(deliveries.reports(ids));
    LoadDeliveries loading = context.getBean(LoadDeliveries.class);
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> loading.until(ids));
    LoadProgress progress = context.getBean(LoadProgress.class);
    while (!work.isDone()) {
      report.show(progress.now());
      pause();
    }
    work.get();
    report.end();
    return new LoadReport(deliveries.reports(ids)).print();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
