package org.yimen.exchange.reading;

import java.util.Map;
import java.util.function.Consumer;
import org.yimen.exchange.reading.Source.RawRow;
import org.yimen.exchange.reading.text.Areas;

/** An opened file, to be read as often as wanted; it holds nothing open in between. */
public final class FileReading {
  private final Recognition recognition;
  private final Source source;
  private final Areas areas;
  private final String fileName;

  FileReading(Recognition recognition, Source source, Areas areas, String fileName) {
    this.recognition = recognition;
    this.source = source;
    this.areas = areas;
    this.fileName = fileName;
  }

  /** What kind of file it is. */
  public Format format() {
    return recognition.format();
  }

  /** Number of rows that those which {@link #rows} will hand over stand for. */
  public long rowCount() {
    return source.rowCount();
  }

  /**
   * Hands over every row of every sheet up to its last row with content, in order.
   *
   * @throws UnreadableFile only if the file has changed since it was opened
   */
  public void rows(Consumer<ReadRow> receiver) {
    for (int sheet = 0; sheet < source.sheets().size(); sheet++) {
      Header header = recognition.headers().get(sheet);
      String name = source.sheets().get(sheet);
      if (header.matches()) {
        SheetReader reader = new SheetReader(header, name, fileName, areas, receiver);
        source.rows(
            sheet,
            row -> {
              reader.accept(row);
              return true;
            });
      } else {
        refuse(sheet, name, receiver);
      }
    }
  }

  /** A sheet whose header isn't known: nothing of it is dropped silently. */
  private void refuse(int sheet, String name, Consumer<ReadRow> receiver) {
    int[] last = {0};
    source.rows(
        sheet,
        row -> {
          if (!row.blank()) {
            blanks(name, last[0], row, receiver);
            last[0] = row.number();
            String reason = "工作表“" + name + "”没有认识的表头，这一行未读；如有数据，请按登记的表式补上表头后重报";
            receiver.accept(ReadRow.refused(name, row.number(), reason, Map.of()));
          }
          return true;
        });
  }

  /** The blank rows between the last row and this one: a stray cell far below makes a million. */
  static void blanks(String sheet, int last, RawRow row, Consumer<ReadRow> receiver) {
    if (last + 1 < row.number()) {
      receiver.accept(ReadRow.blank(sheet, last + 1, row.number() - 1));
    }
  }
}
