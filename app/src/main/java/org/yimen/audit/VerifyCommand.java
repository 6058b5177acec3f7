package org.yimen.audit;

import java.util.Map;
import java.util.concurrent.Callable;
import org.yimen.platform.Program;
import picocli.CommandLine.Command;

/** Says whether the audit's chains are whole. */
@Command(
    name = "verify",
    description = "核验审计记录：找出改动、缺失、调序、截尾和旧备份。完好返回 0，有问题返回 1。",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  private final Program program;

  VerifyCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    return program.run(
        Map.of(),
        context -> {
          CheckChains.Result result = context.getBean(CheckChains.class).check();
          result.faults().forEach(System.out::println);
          System.out.printf(
              "核验审计记录 %d 条：%s%n",
              result.entries(), result.faults().isEmpty() ? "完好。" : "发现问题，请保留现场并报告。");
          return result.faults().isEmpty() ? 0 : 1;
        });
  }
}
