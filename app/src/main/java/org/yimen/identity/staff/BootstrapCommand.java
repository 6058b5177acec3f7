package org.yimen.identity.staff;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes over units, areas, roles, positions and people from a file. */
@Command(
    name = "bootstrap",
    description = "装入引导文件（单位、区域、角色、岗位、人员），新账户的一次性口令只显示一次。",
    mixinStandardHelpOptions = true)
public final class BootstrapCommand implements Callable<Integer> {

  private final Program program;

  @Parameters(paramLabel = "FILE", description = "引导文件（YAML）")
  Path file = Path.of("");

  BootstrapCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      System.err.printf("读不到文件 %s。%n", file);
      return 2;
    }
    return program.run(
        Map.of(),
        context -> {
          try (Reader text = Files.newBufferedReader(file)) {
            List<AccountChanges.Made> made =
                context.getBean(Bootstrap.class).apply(BootstrapFile.read(text));
            FirstAccounts.told(made).forEach(System.out::println);
            System.out.println("引导文件已装入。已有的账户没有改动。");
            return 0;
          }
        });
  }
}
