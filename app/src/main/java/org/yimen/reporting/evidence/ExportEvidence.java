package org.yimen.reporting.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.yimen.platform.OwnerOnly;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code yimen export evidence DIR}: see docs/spec/evidence.md. */
@Command(
    name = "evidence",
    description = "导出核查证据（JSON 行，不含姓名和证件号码），用 yimen check 核查九项不变量。",
    mixinStandardHelpOptions = true)
public final class ExportEvidence implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "DIR", description = "空的或还没有的文件夹")
  private Path folder = Path.of("evidence");

  ExportEvidence(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(
        Map.of(),
        context -> {
          Path target = emptied(folder.toAbsolutePath());
          try {
            Manifest manifest = context.getBean(WriteEvidence.class).into(target);
            long rows = manifest.files().stream().mapToLong(Manifest.File::rows).sum();
            System.out.printf("已导出 %d 行证据到 %s%n校验值 %s%n", rows, target, manifest.hash());
            return 0;
          } catch (IOException e) {
            throw new PlainFailure("无法写入 %s。请检查磁盘是否已满、文件夹是否可写。".formatted(target), e);
          }
        });
  }

  private static Path emptied(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new PlainFailure("文件夹 %s 里已有文件。请换一个空文件夹，以免混入旧的证据。".formatted(folder));
        }
      }
      OwnerOnly.folder(folder);
      return folder;
    } catch (IOException e) {
      throw new PlainFailure("无法使用文件夹 %s。请检查它是不是文件夹、是否可写。".formatted(folder), e);
    }
  }
}
