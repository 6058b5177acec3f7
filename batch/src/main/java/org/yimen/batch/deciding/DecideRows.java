package org.yimen.batch.deciding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.policy.Subject;

/** Decides the households of a partition, some thousands at a time, in their order. */
public final class DecideRows implements Iterator<Row> {
  /** Enough that those of one place fill blocks where places are mixed. */
  private static final int TOGETHER = 4096;

  private final Iterator<GivenHousehold> given;
  private final Question question;
  private final LoadedLaw law;
  private final @Nullable LoadedLaw tried;
  private final ByColumns columns;
  private final @Nullable ByColumns triedColumns;
  private Iterator<Row> decided = Collections.emptyIterator();

  public DecideRows(Iterator<GivenHousehold> given, Question question) {
    this.given = given;
    this.question = question;
    this.law = question.law();
    this.tried = question.triedLaw();
    this.columns = new ByColumns(law);
    this.triedColumns = tried == null ? null : new ByColumns(tried);
  }

  @Override
  public boolean hasNext() {
    if (!decided.hasNext() && given.hasNext()) {
      decided = some().iterator();
    }
    return decided.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return decided.next();
  }

  private List<Row> some() {
    List<GivenHousehold> all = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    while (all.size() < TOGETHER && given.hasNext()) {
      GivenHousehold one = given.next();
      all.add(one);
      if (one.household() != null) {
        subjects.add(new Subject(one.household(), one.area()));
      }
    }
    Verdict[] verdicts = columns.decide(subjects);
    Verdict[] others = triedColumns == null ? null : triedColumns.decide(subjects);
    List<Row> rows = new ArrayList<>(all.size());
    int at = 0;
    for (GivenHousehold one : all) {
      boolean sound = one.household() != null;
      Verdict verdict = sound ? verdicts[at] : null;
      DecidedRow.Tried other =
          tried == null || others == null
              ? null
              : new DecidedRow.Tried(sound ? others[at] : null, tried);
      at += sound ? 1 : 0;
      rows.add(DecidedRow.of(one, question, verdict, law, other));
    }
    return rows;
  }
}
