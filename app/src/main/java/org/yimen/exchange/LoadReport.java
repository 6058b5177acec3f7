package org.yimen.exchange;

import java.util.List;
import java.util.Map;
import org.yimen.exchange.loading.Deliveries;
import org.yimen.exchange.loading.LoadProgress;
import org.yimen.platform.ProgressLine;

/** The progress bar and the final table of {@code yimen load}. */
final class LoadReport {

  private static final Map<String, String> STEPS =
      Map.of("reading", "读取", "linking", "关联", "idle", "等待");
  private static final List<String> HEADS =
      List.of("总行数", "已读取", "存疑", "不能用", "非数据行", "已关联", "待人工", "新建");

  private final ProgressLine progress = ProgressLine.onStandardError();
  private final List<Deliveries.Report> lines;

  LoadReport(List<Deliveries.Report> lines) {
    this.lines = lines;
  }

  void show(LoadProgress.Now now) {
    if (now.filesTotal() == 0) {
      return;
    }
    String file = now.file() == null ? "" : " " + now.file();
    String step =
        "%s 文件 %d/%d%s"
            .formatted(
                STEPS.getOrDefault(now.step(), now.step()),
                now.filesDone(),
                now.filesTotal(),
                file);
    progress.show(
        now.rowsDone(),
        now.rowsTotal(),
        step,
        now.rowsTotal() == 0 ? "" : "行 %,d/%,d".formatted(now.rowsDone(), now.rowsTotal()));
  }

  void end() {
    progress.end();
  }

  /** Prints the table; returns 1 where a file could not be loaded, else 0. */
  int print() {
    int width = lines.stream().mapToInt(line -> width(line.fileName())).max().orElse(0);
    StringBuilder head = new StringBuilder(padded("文件", width));
    HEADS.forEach(name -> head.append(" ".repeat(Math.max(1, 10 - width(name)))).append(name));
    System.out.println(head);
    int failed = 0;
    for (Deliveries.Report line : lines) {
      String name = padded(line.fileName(), width);
      if (line.problem() == null) {
        StringBuilder counts = new StringBuilder(name);
        line.counts().forEach(count -> counts.append("%,10d".formatted(count)));
        System.out.println(counts);
      } else {
        failed = 1;
        System.out.println(name + "  未装载：" + line.problem());
      }
    }
    return failed;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Columns on a terminal, where a Chinese character takes two. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
  }
}
