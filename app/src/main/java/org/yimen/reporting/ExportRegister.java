package org.yimen.reporting;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yimen.platform.ExportFile;
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
          WriteRegister register = context.getBean(WriteRegister.class);
          ExportFile.write(
              file,
              out -> {
                register.write(RegisterFilter.NONE, "", reason -> reason, out);
                return 0;
              });
          System.out.println("已导出：" + file.toAbsolutePath());
          return 0;
        });
  }
}
