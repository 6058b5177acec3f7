package org.yimen.demo.files;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import org.yimen.demo.dirt.Blemishes;
import org.yimen.demo.dirt.Noise;
import org.yimen.demo.district.Dice;
import org.yimen.demo.district.District;

/** What a bureau needs to write its file: the district, its own dice, and a folder to put it in. */
record Outbox(District district, Path folder, RowTruth truth) {

  /** Throws that belong to one file. */
  Dice dice(String file) {
    return Dice.of(district.seed(), file);
  }

  Blemishes blemishes(String file, Noise noise) {
    return new Blemishes(Dice.of(district.seed(), "blemishes " + file), noise);
  }

  Book book(String file) throws IOException {
    return new Book(folder.resolve(file), truth);
  }

  TextRows text(String file, String charset, String separator) throws IOException {
    return new TextRows(folder.resolve(file), Charset.forName(charset), separator, truth);
  }

  /** One bureau's delivery: knows its layout and who is in it. */
  interface BureauFile {
    void write(Outbox out) throws IOException;
  }
}
