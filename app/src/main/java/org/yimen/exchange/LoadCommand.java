package org.yimen.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.loading.LoadDeliveries;
import org.yimen.exchange.loading.LoadProgress;
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
  public Integer call() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        System.err.println("找不到：" + path);
        return 2;
      }
      files.addAll(Files.isDirectory(path) ? inside(path) : List.of(path));
    }
    if (files.isEmpty()) {
      System.err.println("没有可装载的文件。");
      return 2;
    }
    return program.run(Program.areas(areas), context -> load(context, files));
  }

  /** The files of a folder, without hidden ones and those that Excel leaves while one is open. */
  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !file.getFileName().toString().startsWith("~$"))
          .sorted()
          .toList();
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
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () -> {
              while (!loading.all() && deliveries.unfinished(ids)) {
                pause();
              }
            });
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
