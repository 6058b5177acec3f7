package org.yimen.batch.source;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.yimen.batch.facts.GivenHousehold;
import org.yimen.batch.facts.ReadHousehold;

/** Where households come from. */
public interface Source {

  /** Makes a reader where the rows are read. */
  interface Readers extends java.io.Serializable {
    ReadHousehold make();
  }

  /** The files, in their order. */
  List<InputFile> files();

  /**
   * The files in groups that can be decided one after the other, each at least of that size where
   * possible; one group where a household's rows lie in several files.
   */
  List<List<InputFile>> groups(long bytes);

  /** The households of some of the files. */
  JavaRDD<GivenHousehold> households(List<InputFile> some, Readers readers);

  /** Whether a fault's position counts bytes; else rows. */
  boolean isText();

  /** What Java would call the encoding of text. */
  String encoding();
}
