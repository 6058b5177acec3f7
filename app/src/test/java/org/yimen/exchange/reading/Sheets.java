package org.yimen.exchange.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds workbooks byte by byte, good ones and bad ones. */
public final class Sheets {
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  public static Sheets aWorkbook() {
    return new Sheets();
  }

  /** A sheet with one row for each list; a cell that begins with = is a formula without value. */
  public Sheets with(String name, List<?>... rows) {
    StringBuilder xml = new StringBuilder();
    for (int r = 0; r < rows.length; r++) {
      xml.append("<row r=\"").append(r + 1).append("\">");
      for (int c = 0; c < rows[r].size(); c++) {
        xml.append(cell(r, c, rows[r].get(c)));
      }
      xml.append("</row>");
    }
    return withXml(name, xml.toString());
  }

  Sheets withXml(String name, String rows) {
    names.add(name);
    parts.put(
        "xl/worksheets/sheet" + names.size() + ".xml",
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    return this;
  }

  Sheets part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  private static String cell(int row, int column, Object value) {
    String open = "<c r=\"" + (char) ('A' + column) + (row + 1) + "\"";
    if (value instanceof Number number) {
      return open + "><v>" + number + "</v></c>";
    }
    String text = value.toString();
    if (text.startsWith("=")) {
      return open + "><f>" + text.substring(1) + "</f><v>7</v></c>";
    }
    return text.isEmpty() ? "" : open + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  public Path writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      writeFrame(zip);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
    }
    return file;
  }

  /** What Excel makes of a workbook with a password: no zip, but an old compound file. */
  public static Path locked(Path file) throws IOException {
    byte[] bytes = new byte[4096];
    byte[] magic = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    byte[] entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(entry, 0, bytes, 1024, entry.length);
    return Files.write(file, bytes);
  }

  /** A zip that is no workbook. */
  static Path zip(Path file, String part) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, part, "<x/>");
    }
    return file;
  }

  private void writeFrame(ZipOutputStream zip) throws IOException {
    StringBuilder sheets = new StringBuilder("<workbook xmlns:r=\"r\"><sheets>");
    StringBuilder relations = new StringBuilder("<Relationships>");
    for (int i = 1; i <= names.size(); i++) {
      sheets.append(
          "<sheet name=\"" + names.get(i - 1) + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
      relations.append(
          "<Relationship Id=\"rId" + i + "\" Target=\"worksheets/sheet" + i + ".xml\"/>");
    }
    put(zip, "xl/workbook.xml", sheets + "</sheets></workbook>");
    put(zip, "xl/_rels/workbook.xml.rels", relations + "</Relationships>");
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /**
   * A workbook whose one sheet is {@code before}, {@code times} of {@code again}, {@code after}.
   */
  public static Path huge(Path file, String before, String again, long times, String after)
      throws IOException {
    Sheets frame = aWorkbook().withXml("Sheet1", "");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      frame.writeFrame(zip);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(("<worksheet><sheetData>" + before).getBytes(StandardCharsets.UTF_8));
      byte[] block = again.repeat(1_000).getBytes(StandardCharsets.UTF_8);
      for (long i = 0; i < times; i += 1_000) {
        zip.write(block);
      }
      zip.write((after + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }
}
