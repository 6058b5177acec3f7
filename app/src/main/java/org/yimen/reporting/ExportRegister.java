package org.yimen.reporting;

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

/** {@code yimen export register FILE.xlsx}: the whole register as a workbook. */
@Command(
    name = "register",
    description = "把台账（家庭、人员）导出为 Excel 文件，公民身份号码遮盖显示。",
    mixinStandardHelpOptions = true)
public final class ExportRegister implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE.xlsx", description = "写入的文件；已有的会被替换")
  private Path file = Path.of("register.xlsx");

  public ExportRegister(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(
        Map.of(),
        context -> {
          write(context.getBean(WriteRegister.class), file.toAbsolutePath());
          System.out.println("已导出：" + file.toAbsolutePath());
          return 0;
        });
  }

  /** Writes beside the file first, so that a broken export never replaces a whole one. */
  private static void write(WriteRegister register, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        register.write(RegisterFilter.NONE, "", out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new PlainFailure("无法写入 %s。请检查文件夹是否存在、磁盘是否已满，或文件是否正被其他程序打开。".formatted(file), e);
    }
  }
}
