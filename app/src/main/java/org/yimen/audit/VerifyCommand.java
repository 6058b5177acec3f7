package org.yimen.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.IntegrityCheck;
import org.yimen.platform.Program;
import org.yimen.platform.backup.ReadBackup;
import org.yimen.platform.secrecy.Secrecy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says whether the audit's chains and all signed records are whole, or whether a backup is. */
@Command(
    name = "verify",
    description = "核验审计记录和签名：找出改动、缺失、调序、截尾和旧备份；或核验一份备份。完好返回 0，有问题返回 1。",
    mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

  private final Program program;

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "备份文件；不写则核验审计记录")
  private @Nullable Path file;

  VerifyCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    return file == null ? chains() : backup(file);
  }

  private int chains() {
    return program.run(
        Map.of(),
        context -> {
          CheckChains.Result chains = context.getBean(CheckChains.class).check();
          boolean whole = told("审计记录", chains.entries(), chains.faults());
          for (IntegrityCheck check : context.getBeansOfType(IntegrityCheck.class).values()) {
            IntegrityCheck.Result result = check.check();
            whole &= told(result.what(), result.records(), result.faults());
          }
          return whole ? 0 : 1;
        });
  }

  private static boolean told(String what, long records, List<String> faults) {
    faults.forEach(System.out::println);
    System.out.printf("核验%s %d 条：%s%n", what, records, faults.isEmpty() ? "完好。" : "发现问题，请保留现场并报告。");
    return faults.isEmpty();
  }

  private static int backup(Path file) throws IOException {
    ReadBackup.Checked checked = new ReadBackup(Secrecy.withoutDatabase(), file).check();
    System.out.printf(
        "备份完好：%s 制作，%d 行，%d 个文件，%d MB。%n",
        checked.contents().at(), checked.rows(), checked.files(), checked.bytes() >> 20);
    long later = later(checked.contents().notes().getOrDefault(HeadsNote.NAME, List.of()));
    if (later > 0) {
      System.out.printf("这不是最新的状态：其后公布过的审计记录还有 %d 条，恢复它会丢失这些操作。%n", later);
    }
    return 0;
  }

  private static HeadsFile published() {
    String place = System.getenv("YIMEN_AUDIT_HEADS");
    return new HeadsFile(Program.home(), place == null ? "" : place);
  }

  /** How many entries were published after the backup's last ones. */
  private static long later(List<String> heads) throws IOException {
    Map<Integer, Long> held = new HashMap<>();
    for (String line : heads) {
      String[] parts = line.split(",", -1);
      held.put(Integer.valueOf(parts[0]), Long.valueOf(parts[1]));
    }
    Map<Integer, Long> published = new HashMap<>();
    for (HeadsFile.Line line : published().lines()) {
      published.merge(line.head().part(), line.head().seq(), Math::max);
    }
    return published.entrySet().stream()
        .mapToLong(head -> Math.max(0, head.getValue() - held.getOrDefault(head.getKey(), 0L)))
        .sum();
  }
}
