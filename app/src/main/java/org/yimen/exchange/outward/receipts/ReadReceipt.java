package org.yimen.exchange.outward.receipts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.exchange.outward.UpstreamSystem;
import org.yimen.exchange.reading.Formats;
import org.yimen.exchange.reading.ReadRow;
import org.yimen.exchange.reading.UnreadableFile;
import org.yimen.platform.FileContent;
import org.yimen.platform.ProblemType;

/** Reads a system's answer by its description, whichever of the known heads it uses. */
@Component
class ReadReceipt {

  static final ProblemType UNREADABLE =
      new ProblemType("unreadable-receipt", HttpStatus.BAD_REQUEST, "回执读不出来");

  private static final Set<String> OURS = Set.of("packNo", "name", "number", "result", "reason");

  /** Rows that say who and what; a header that isn't known is told of. */
  List<ReceiptLine> of(UpstreamSystem system, FileContent file, String name) {
    Formats formats =
        Formats.only("/outward/receipts/" + system.id() + ".yaml", "/outward/codes/answer.csv");
    List<ReceiptLine> lines = new ArrayList<>();
    try {
      formats.open(file, name).rows(row -> take(row, lines));
    } catch (UnreadableFile e) {
      throw UNREADABLE.because(e.whatToDo() + "回执须有姓名、证件号码和处理结果三列。");
    }
    if (lines.isEmpty()) {
      throw UNREADABLE.because("回执里没有一行写明是谁、结果如何。请核对是不是上级系统导出的处理结果。");
    }
    return lines;
  }

  private static void take(ReadRow row, List<ReceiptLine> lines) {
    Map<String, String> values = row.values();
    if (row.identity() == null) {
      return;
    }
    Map<String, String> others = new LinkedHashMap<>(values);
    others.keySet().removeAll(OURS);
    String result = values.getOrDefault("result", "");
    lines.add(
        new ReceiptLine(
            row.sheet(),
            values.getOrDefault("packNo", ""),
            values.getOrDefault("name", ""),
            values.getOrDefault("number", ""),
            Set.of("accepted", "refused").contains(result) ? result : "",
            values.getOrDefault("reason", ""),
            others));
  }
}
