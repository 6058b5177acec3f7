package org.yimen.eligibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.yimen.eligibility.indication.Group;
import org.yimen.eligibility.indication.Indication;
import org.yimen.eligibility.indication.Missing;
import org.yimen.platform.CopyRows;

/** Writes the indications of a run by COPY and tells how far it is. */
final class WriteIndications implements AutoCloseable {

  private static final int STEP = 500;
  private static final long PAUSE = 200_000_000;

  private final ScreenRegister.Begun run;
  private final ScreenRegister.Listener listener;
  private final CopyRows rows;
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private int households;
  private int persons;
  private long shown = System.nanoTime();

  WriteIndications(
      DataSource dataSource, ScreenRegister.Begun run, ScreenRegister.Listener listener) {
    this.run = run;
    this.listener = listener;
    for (Group group : Group.values()) {
      groups.put(group.code(), 0);
    }
    rows =
        CopyRows.into(
            dataSource,
            "eligibility.screening_result",
            "run",
            "household",
            "group_code",
            "suggested_category",
            "watch_kind",
            "certainty",
            "worth",
            "members",
            "reason",
            "missing",
            "against",
            "trace",
            "facts_hash");
  }

  void add(Indication found) {
    List<String> missing = found.missing().stream().map(Missing::code).toList();
    rows.row(
        run.id(),
        found.household(),
        found.group().code(),
        found.suggested(),
        found.watchKind(),
        found.certainty().code(),
        found.worth(),
        found.members(),
        found.reason(),
        missing,
        found.against(),
        found.trace(),
        found.factsHash());
    groups.merge(found.group().code(), 1, Integer::sum);
    households++;
    persons += found.members();
    if (households % STEP == 0) {
      show();
    }
  }

  private void show() {
    listener.done(households, run.total());
    if (System.nanoTime() - shown > PAUSE) {
      shown = System.nanoTime();
      ScreeningRuns.show(run.lock(), run.id(), households);
    }
  }

  int households() {
    return households;
  }

  /** Households in each group, by its code. */
  Map<String, Integer> groups() {
    return groups;
  }

  int persons() {
    return persons;
  }

  @Override
  public void close() {
    rows.close();
    listener.done(households, households);
  }
}
