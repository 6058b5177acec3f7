package org.yimen.demo.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yimen.demo.files.RowTruth.Subject;

/**
 * Lines of a text file with one separator. Characters that the encoding lacks become a question
 * mark, which is where the question marks in real files come from.
 */
final class TextRows implements Closeable {
  private final OutputStream out;
  private final Charset charset;
  private final String separator;
  private final String place;
  private final RowTruth truth;
  private int row;

  TextRows(Path file, Charset charset, String separator, RowTruth truth) throws IOException {
    this.out = new BufferedOutputStream(Files.newOutputStream(file));
    this.charset = charset;
    this.separator = separator;
    this.place = file.getFileName() + ",";
    this.truth = truth;
  }

  void byteOrderMark() throws IOException {
    out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
  }

  void plain(@Nullable Object... cells) {
    String line =
        Arrays.stream(cells)
            .map(cell -> cell == null ? "" : cell.toString())
            .collect(Collectors.joining(separator, "", "\n"));
    try {
      out.write(line.getBytes(charset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row++;
  }

  void of(Subject subject, @Nullable Object... cells) {
    plain(cells);
    truth.note(place, row, subject);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
