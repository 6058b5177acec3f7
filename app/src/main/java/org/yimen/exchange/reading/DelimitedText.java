package org.yimen.exchange.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.yimen.platform.FileContent;

/** A csv or text file: one nameless sheet, a row a record. */
final class DelimitedText implements Source {
  private static final char[] DELIMITERS = {',', '\t', '|', ';'};
  private static final int LOOKED_AT = 1 << 14;

  private final FileContent file;
  private final Charset charset;
  private final char delimiter;
  private final Limits limits;
  private long rowCount;

  /** The first row of which a field runs over several lines; 0: none. */
  private int longField;

  private DelimitedText(FileContent file, Charset charset, char delimiter, Limits limits) {
    this.file = file;
    this.charset = charset;
    this.delimiter = delimiter;
    this.limits = limits;
  }

  static DelimitedText open(FileContent file, Limits limits) throws IOException {
    try (SeekableByteChannel channel = file.channel()) {
      if (channel.size() > limits.unpackedBytes()) {
        throw limits.tooLarge("文本文件超过 " + (limits.unpackedBytes() >> 20) + " MB");
      }
    }
    Charset charset = Encoding.of(file);
    DelimitedText text = new DelimitedText(file, charset, delimiter(file, charset), limits);
    text.rows(
        0,
        row -> {
          text.rowCount = row.blank() ? text.rowCount : row.number();
          return true;
        });
    if (text.longField > 0 && oddQuotes(file, charset)) {
      throw UnreadableFile.damaged("第 " + text.longField + " 行附近有一个没有成对的双引号，其后的行分不开；请删去它或补上另一半");
    }
    if (text.rowCount == 0) {
      throw new UnreadableFile(UnreadableFile.Problem.NO_ROWS, "文件里只有空行，没有数据。请重新导出后上传。");
    }
    return text;
  }

  /** Whether the last quotation that begins never ends. */
  private static boolean oddQuotes(FileContent file, Charset charset) throws IOException {
    boolean odd = false;
    try (Reader reader = new BufferedReader(Encoding.reader(file, charset))) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        odd ^= c == '"';
      }
    }
    return odd;
  }

  /** The delimiter that stands most often in the beginning, outside quotes. */
  private static char delimiter(FileContent file, Charset charset) throws IOException {
    int[] counts = new int[DELIMITERS.length];
    try (Reader reader = new BufferedReader(Encoding.reader(file, charset))) {
      boolean quoted = false;
      for (int i = 0; i < LOOKED_AT; i++) {
        int c = reader.read();
        quoted ^= c == '"';
        for (int d = 0; d < DELIMITERS.length && !quoted; d++) {
          counts[d] += c == DELIMITERS[d] ? 1 : 0;
        }
      }
    }
    int best = 0;
    for (int d = 1; d < counts.length; d++) {
      best = counts[d] > counts[best] ? d : best;
    }
    return DELIMITERS[best];
  }

  @Override
  public List<String> sheets() {
    return List.of("");
  }

  @Override
  public long rowCount() {
    return rowCount;
  }

  @Override
  public void rows(int sheet, Predicate<RawRow> receiver) {
    int row = 0;
    try (CsvReader<CsvRecord> records = records()) {
      for (CsvRecord csv : records) {
        if (++row > limits.rows()) {
          throw limits.tooLarge("文件超过 " + limits.rows() + " 行");
        }
        if (!receiver.test(new RawRow(row, cells(csv, row)))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw limits.cellTooLong("第 " + (row + 1) + " 行附近");
    } catch (IOException | UncheckedIOException e) {
      throw UnreadableFile.damaged("读取文件时出错");
    }
  }

  private CsvReader<CsvRecord> records() throws IOException {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize(Math.max(1 << 16, limits.cellChars() * 16))
        .ofCsvRecord(Encoding.reader(file, charset));
  }

  private List<Cell> cells(CsvRecord csv, int row) {
    if (csv.getFieldCount() > limits.columns()) {
      throw limits.tooLarge("第 " + row + " 行超过 " + limits.columns() + " 列");
    }
    List<Cell> cells = new ArrayList<>(csv.getFieldCount());
    int rowChars = 0;
    for (String field : csv.getFields()) {
      if (field.length() > limits.cellChars()) {
        throw limits.cellTooLong("第 " + row + " 行");
      }
      rowChars += field.length();
      if (longField == 0 && field.indexOf('\n') >= 0) {
        longField = row;
      }
      cells.add(field.isEmpty() ? BLANK : new Cell(field, Cell.Kind.TEXT));
    }
    if (rowChars > limits.rowChars()) {
      throw limits.tooLarge("第 " + row + " 行的内容过长");
    }
    return cells;
  }
}
