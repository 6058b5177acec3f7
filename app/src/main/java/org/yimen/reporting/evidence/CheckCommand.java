package org.yimen.reporting.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.PlainFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks an export of the evidence; reads nothing else, needs no database. */
@Command(
    name = "check",
    description = "核查 yimen export evidence 导出的证据：九项不变量都成立返回 0，有一项不成立返回 1。",
    mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "DIR", description = "导出的文件夹")
  private Path folder = Path.of("evidence");

  @Option(
      names = "--acknowledged",
      paramLabel = "FILE",
      description = "客户端收到的回执，每行一个：application:受理编号、visit:入户编号或 delivery:来文编号")
  private @Nullable Path acknowledged;

  @Override
  public Integer call() {
    EvidenceFiles files = EvidenceFiles.in(folder);
    List<String> damaged = files.damaged();
    if (!damaged.isEmpty()) {
      damaged.forEach(System.out::println);
      System.out.println("证据文件已损坏或被改动，未作核查。请重新导出。");
      return 1;
    }
    List<Verdict> verdicts = new CheckEvidence(files, receipts()).verdicts();
    verdicts.forEach(verdict -> verdict.lines().forEach(System.out::println));
    boolean all = verdicts.stream().allMatch(Verdict::holds);
    System.out.println(all ? "核查通过。" : "核查不通过，请保留证据并报告。");
    return all ? 0 : 1;
  }

  private Set<String> receipts() {
    if (acknowledged == null) {
      return Set.of();
    }
    try {
      Set<String> receipts = new HashSet<>(Files.readAllLines(acknowledged));
      receipts.remove("");
      return receipts;
    } catch (IOException e) {
      throw new PlainFailure("无法读取回执清单 %s。".formatted(acknowledged), e);
    }
  }
}
