package org.yimen.demo.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** A spreadsheet written sheet by sheet; the same content gives the same bytes on every day. */
final class Book implements Closeable {
  private static final long FIXED_TIME = 1_754_006_400_000L;
  private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

  private final Path file;
  private final Path draft;
  private final OutputStream out;
  private final Workbook workbook;
  private final RowTruth truth;
  private @Nullable SheetRows open;

  Book(Path file, RowTruth truth) throws IOException {
    this.file = file;
    this.draft = Files.createTempFile("yimen-", ".xlsx");
    this.out = Files.newOutputStream(draft);
    this.workbook = new Workbook(out, "Yimen", "1.0");
    this.truth = truth;
  }

  SheetRows sheet(String name) {
    if (open != null) {
      open.finish();
    }
    open = new SheetRows(workbook.newWorksheet(name), file.getFileName().toString(), truth);
    return open;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
    out.close();
    try (ZipFile drafted = new ZipFile(draft.toFile());
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.setLevel(Deflater.BEST_SPEED);
      for (Enumeration<? extends ZipEntry> all = drafted.entries(); all.hasMoreElements(); ) {
        copy(drafted, all.nextElement().getName(), zip);
      }
    }
    Files.delete(draft);
  }

  /** The library writes the present time into the entries and the properties. */
  private static void copy(ZipFile from, String name, ZipOutputStream to) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(
        java.time.LocalDateTime.ofEpochSecond(FIXED_TIME / 1000, 0, java.time.ZoneOffset.UTC));
    to.putNextEntry(entry);
    try (InputStream in = from.getInputStream(from.getEntry(name))) {
      if (name.equals("docProps/core.xml")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String fixed = text.replaceFirst(CREATED, "$12025-08-01T00:00:00Z");
        to.write(fixed.getBytes(StandardCharsets.UTF_8));
      } else {
        in.transferTo(to);
      }
    }
    to.closeEntry();
  }
}
