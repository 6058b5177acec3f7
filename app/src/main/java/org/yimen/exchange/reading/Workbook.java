package org.yimen.exchange.reading;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.FileContent;

/** An xlsx file. */
final class Workbook implements Source {
  private static final String MAIN = "xl/workbook.xml";

  private final FileContent file;
  private final Limits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private List<String> shared = List.of();
  private long rowCount;

  private record Sheet(String name, String part) {}

  /** What is done with a part's bytes. */
  private interface PartReading {
    void read(InputStream in) throws IOException, XMLStreamException;
  }

  private Workbook(FileContent file, Limits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Opens and reads the whole workbook once, checking bounds, checksums and well-formedness. */
  static Workbook open(FileContent file, Limits limits) {
    Workbook workbook = new Workbook(file, limits);
    workbook.withZip(workbook::check);
    if (workbook.rowCount == 0) {
      throw new UnreadableFile(
          UnreadableFile.Problem.NO_ROWS, "工作簿能打开，但没有工作表或没有任何数据行。请确认上传的是填好的表，而不是空白模板。");
    }
    return workbook;
  }

  @Override
  public List<String> sheets() {
    return sheets.stream().map(Sheet::name).toList();
  }

  @Override
  public long rowCount() {
    return rowCount;
  }

  @Override
  public void rows(int sheet, Predicate<RawRow> receiver) {
    withZip(
        (zip, budget) ->
            part(
                zip,
                budget,
                sheets.get(sheet).part(),
                in -> new SheetXml(in, shared, limits).rows(receiver)));
  }

  private interface ZipReading {
    void read(ZipFile zip, GuardedStream.Budget budget) throws IOException, XMLStreamException;
  }

  private void withZip(ZipReading reading) {
    try (ZipFile zip = zip(file)) {
      reading.read(zip, new GuardedStream.Budget(limits, size()));
    } catch (IOException
        | XMLStreamException
        | UncheckedStreamException // what the parser finds while it hands a text over
        | IllegalArgumentException e) {
      throw UnreadableFile.damaged("压缩包或其中的表格内容无法解析");
    }
  }

  /** Read in place: nothing of it is unpacked onto the disk. */
  static ZipFile zip(FileContent file) throws IOException {
    SeekableByteChannel channel = file.channel();
    try {
      return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private long size() throws IOException {
    try (SeekableByteChannel channel = file.channel()) {
      return channel.size();
    }
  }

  private void check(ZipFile zip, GuardedStream.Budget budget)
      throws IOException, XMLStreamException {
    if (Collections.list(zip.getEntries()).size() > limits.entries()) {
      throw limits.tooLarge("压缩包内文件超过 " + limits.entries() + " 个");
    }
    Map<String, String> targets = new HashMap<>();
    part(zip, budget, "xl/_rels/workbook.xml.rels", in -> relations(in, targets));
    part(zip, budget, MAIN, in -> sheetNames(in, targets));
    if (zip.getEntry("xl/sharedStrings.xml") != null) {
      part(zip, budget, "xl/sharedStrings.xml", this::sharedTexts);
    }
    for (Sheet sheet : sheets) {
      part(zip, budget, sheet.part(), this::countRows);
    }
  }

  private static void part(
      ZipFile zip, GuardedStream.Budget budget, String name, PartReading reading)
      throws IOException, XMLStreamException {
    ZipArchiveEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw UnreadableFile.damaged("缺少 " + name);
    }
    CRC32 sum = new CRC32();
    try (InputStream in =
        new CheckedInputStream(new GuardedStream(zip.getInputStream(entry), budget, name), sum)) {
      reading.read(in);
      if (in.read() < 0 && entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
        throw UnreadableFile.damaged(name + " 校验和不符");
      }
    }
  }

  private static void relations(InputStream in, Map<String, String> targets)
      throws XMLStreamException {
    XMLStreamReader xml = SheetXml.reader(in);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals("Relationship")
          && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
        String target = String.valueOf(xml.getAttributeValue(null, "Target"));
        targets.put(
            String.valueOf(xml.getAttributeValue(null, "Id")),
            target.startsWith("/") ? target.substring(1) : "xl/" + target);
      }
    }
  }

  private void sheetNames(InputStream in, Map<String, String> targets) throws XMLStreamException {
    XMLStreamReader xml = SheetXml.reader(in);
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("sheet")) {
        String part = targets.get(String.valueOf(relationId(xml)));
        // Chart sheets and external ones have no rows.
        if (part != null && part.startsWith("xl/worksheets/")) {
          sheets.add(new Sheet(String.valueOf(xml.getAttributeValue(null, "name")), part));
        }
      }
    }
  }

  private static @Nullable String relationId(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id") && !xml.getAttributePrefix(i).isEmpty()) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  private void sharedTexts(InputStream in) throws XMLStreamException {
    SharedTexts texts = new SharedTexts(limits);
    XMLStreamReader xml = SheetXml.reader(in);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> texts.start(xml.getLocalName());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> texts.text(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> texts.end(xml.getLocalName());
        default -> {}
      }
    }
    shared = texts.all;
  }

  /** The texts that cells name by number, without the reading aids (rPh) of some. */
  private static final class SharedTexts {
    private final Limits limits;
    private final List<String> all = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private boolean aid;
    private long kept;

    SharedTexts(Limits limits) {
      this.limits = limits;
    }

    void start(String element) {
      aid |= element.equals("rPh");
      inText = element.equals("t") && !aid;
    }

    void text(String more) {
      if (inText) {
        text.append(more);
        if (text.length() > limits.cellChars()) {
          throw limits.cellTooLong("工作簿");
        }
      }
    }

    void end(String element) {
      inText = false;
      aid &= !element.equals("rPh");
      if (element.equals("si")) {
        kept += text.length() + Limits.SHARED_TEXT;
        if (kept > limits.sharedChars()) {
          throw limits.tooLarge("工作簿的文字过多");
        }
        all.add(text.toString());
        text.setLength(0);
      }
    }
  }

  private void countRows(InputStream in) throws XMLStreamException {
    int[] last = {0};
    new SheetXml(in, shared, limits)
        .rows(
            row -> {
              last[0] = row.blank() ? last[0] : row.number();
              return true;
            });
    rowCount += last[0];
  }
}
