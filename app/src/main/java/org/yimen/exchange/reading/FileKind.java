package org.yimen.exchange.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.yimen.exchange.reading.UnreadableFile.Problem;
import org.yimen.platform.FileContent;

/** Tells what a file is by its bytes; its name is not believed. */
final class FileKind {
  private static final int HEAD = 4_096;
  private static final int SCAN = 1 << 16;

  private FileKind() {}

  static Source open(FileContent file, Limits limits) {
    try {
      byte[] head = head(file);
      if (head.length == 0) {
        throw new UnreadableFile(Problem.EMPTY_FILE, "文件大小为 0，没有内容。请重新导出后上传。");
      }
      if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
        checkZip(file);
        return Workbook.open(file, limits);
      }
      if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
        throw compound(file);
      }
      refuseKnownOthers(head);
      return DelimitedText.open(file, limits);
    } catch (NoSuchFileException e) {
      throw new UnreadableFile(Problem.MISSING_FILE, "找不到文件，或它不是普通文件。请检查路径后重试。");
    } catch (IOException e) {
      throw UnreadableFile.damaged("读取文件时出错");
    }
  }

  private static byte[] head(FileContent file) throws IOException {
    try (InputStream in = file.stream()) {
      return in.readNBytes(HEAD);
    }
  }

  private static boolean starts(byte[] head, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static void checkZip(FileContent file) {
    try (ZipFile zip = Workbook.zip(file)) {
      if (zip.getEntry("xl/workbook.xml") != null) {
        return;
      }
      if (zip.getEntry("word/document.xml") != null) {
        throw wrongKind("这是 Word 文档");
      }
      if (zip.getEntry("ppt/presentation.xml") != null) {
        throw wrongKind("这是演示文稿");
      }
      if (zip.getEntry("xl/workbook.bin") != null) {
        throw wrongKind("这是 xlsb 格式的工作簿");
      }
      throw wrongKind("这是压缩包，其中没有 xlsx 工作簿");
    } catch (IOException | IllegalArgumentException e) {
      throw UnreadableFile.damaged("压缩包目录读不出，文件可能没有传完");
    }
  }

  private static UnreadableFile wrongKind(String what) {
    return new UnreadableFile(
        Problem.WRONG_KIND, what + "，不能当作表格读取。请上传 xlsx、csv 或 txt 文件；可用 Excel 打开后“另存为” xlsx。");
  }

  /** Old Office files and password-protected new ones share one container. */
  private static UnreadableFile compound(FileContent file) throws IOException {
    if (contains(file, "EncryptedPackage")) {
      return new UnreadableFile(Problem.PROTECTED_FILE, "文件设有打开密码，无法读取。请在 Excel 里取消密码后另存，再上传。");
    }
    if (contains(file, "WordDocument")) {
      return wrongKind("这是旧版 Word 文档");
    }
    return new UnreadableFile(
        Problem.OLD_EXCEL, "这是旧版 Excel（.xls）文件。请用 Excel 或 WPS 打开，“另存为” xlsx 格式后重新上传。");
  }

  private static boolean contains(FileContent file, String entryName) throws IOException {
    String wanted =
        new String(entryName.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    try (InputStream in = file.stream()) {
      String tail = "";
      for (byte[] block = in.readNBytes(SCAN); block.length > 0; block = in.readNBytes(SCAN)) {
        String text = tail + new String(block, StandardCharsets.ISO_8859_1);
        if (text.contains(wanted)) {
          return true;
        }
        tail = text.substring(Math.max(0, text.length() - wanted.length()));
      }
    }
    return false;
  }

  private static void refuseKnownOthers(byte[] head) {
    if (starts(head, '%', 'P', 'D', 'F')) {
      throw wrongKind("这是 PDF 文件");
    }
    if (starts(head, 0xFF, 0xD8, 0xFF) || starts(head, 0x89, 'P', 'N', 'G')) {
      throw wrongKind("这是图片");
    }
    if (starts(head, 'R', 'a', 'r', '!')
        || starts(head, '7', 'z', 0xBC)
        || starts(head, 0x1F, 0x8B)) {
      throw wrongKind("这是压缩包");
    }
    String text =
        new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html")
        || text.startsWith("<html")
        || text.startsWith("<table")) {
      throw wrongKind("这是网页格式的导出文件");
    }
    if (text.startsWith("<?xml")) {
      throw wrongKind("这是 XML 文件");
    }
  }
}
