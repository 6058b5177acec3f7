package org.yimen.demo.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yimen.demo.district.Household;
import org.yimen.demo.district.Person;

/** Notes for every row of every file who it is about. */
final class RowTruth implements Closeable {
  private final Writer out;

  RowTruth(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file);
    out.write("file,sheet,row,person_id,household_id,role\n");
  }

  void note(String place, int row, Subject subject) {
    try {
      out.write(place + "," + row + "," + subject.person().key() + ",");
      out.write(subject.household().key() + "," + subject.role() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Whom a row is about, and as what. */
  record Subject(Person person, Household household, String role) {
    static Subject person(Person person, Household household) {
      return new Subject(person, household, "person");
    }

    static Subject head(Household household) {
      return new Subject(household.head(), household, "household_head");
    }

    static Subject payee(Household household) {
      return new Subject(household.head(), household, "payee");
    }
  }
}
