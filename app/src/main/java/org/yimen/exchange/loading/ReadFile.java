package org.yimen.exchange.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.FileReading;
import org.yimen.exchange.reading.ReadRow;
import org.yimen.linkage.SourceRecord;

/**
 * A file read to the point where it can be linked.
 *
 * @param records of the rows that say who they are of, in order
 */
record ReadFile(
    Deliveries.Waiting delivery,
    FileReading reading,
    @Nullable List<ReadRow> held,
    List<SourceRecord> records) {

  /** The format whose households and names are official. */
  private static final String RESIDENCE = "residence";

  /** Rows of longer files are read a second time for writing instead of being held meanwhile. */
  private static final int MOST_HELD = 60_000;

  static ReadFile of(Deliveries.Waiting delivery, FileReading reading) {
    List<ReadRow> held = reading.rowCount() <= MOST_HELD ? new ArrayList<>() : null;
    List<SourceRecord> records = new ArrayList<>();
    reading.rows(
        row -> {
          if (row.identity() != null) {
            records.add(SourceRecords.of(records.size(), row.identity()));
          }
          if (held != null) {
            held.add(row);
          }
        });
    return new ReadFile(delivery, reading, held, records);
  }

  /** Hands over all rows in the order of the file. */
  void rows(Consumer<ReadRow> receiver) {
    if (held != null) {
      held.forEach(receiver);
    } else {
      reading.rows(receiver);
    }
  }

  boolean residence() {
    return reading.format().id().equals(RESIDENCE);
  }
}
