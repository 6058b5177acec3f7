package org.yimen.platform.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yimen.platform.ExportFile;
import org.yimen.platform.Program;
import org.yimen.platform.secrecy.Secrecy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code yimen backup DIR|FILE}: everything in one sealed file, also beside a running program. */
@Command(
    name = "backup",
    description = "备份：数据库和来文原件在同一时刻的内容，写成一个加密文件（不含密钥）。不必停止服务。",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "DIR|FILE", description = "文件夹（自动取名）或文件")
  private Path target = Path.of(".");

  BackupCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(
        Map.of(),
        context -> {
          Path file = file(context.getBean(Clock.class));
          WriteBackup backup = context.getBean(WriteBackup.class);
          int rows = ExportFile.write(file, backup::to);
          System.out.printf(
              "已备份 %d 行到 %s（%d MB）。%n恢复时要用密钥文件 %s：请另行保存，不要和备份放在一起。%n",
              rows, file, Files.size(file) >> 20, context.getBean(Secrecy.class).file());
          return 0;
        });
  }

  private Path file(Clock clock) {
    String name =
        "yimen-"
            + LocalDateTime.now(clock).format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss"))
            + ".backup";
    return Files.isDirectory(target) ? target.resolve(name) : target;
  }
}
