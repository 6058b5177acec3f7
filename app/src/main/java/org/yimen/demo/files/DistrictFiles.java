package org.yimen.demo.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.yimen.demo.district.District;
import org.yimen.demo.files.Outbox.BureauFile;

/**
 * Writes a district as its bureaus would send it: {@code files/} and, for tests, {@code truth/}.
 */
public final class DistrictFiles {
  private static final List<BureauFile> ALL =
      List.of(
          new ResidenceFile(),
          new DibaoRolls(),
          new AidLists(),
          new WatchExport(),
          new DisabilityRoll(),
          new MedicalList(),
          new ChronicList(),
          new StudentList(),
          new EmploymentList(),
          new RuralHomes(),
          new AssetFeedback(),
          new PaymentFile(),
          new BurialList(),
          new VisitLedger(),
          new ScatteredLists());

  private DistrictFiles() {}

  /** Tells {@code progress} the share done, 0 to 100, after each bureau. */
  public static void write(District district, Path folder, Consumer<Integer> progress)
      throws IOException {
    Path files = Files.createDirectories(folder.resolve("files"));
    Path truth = Files.createDirectories(folder.resolve("truth"));
    try (RowTruth rows = new RowTruth(truth.resolve("record_truth.csv"))) {
      Outbox out = new Outbox(district, files, rows);
      for (int i = 0; i < ALL.size(); i++) {
        ALL.get(i).write(out);
        progress.accept(100 * (i + 1) / ALL.size());
      }
    }
    new TruthFiles(district, truth).write();
  }
}
