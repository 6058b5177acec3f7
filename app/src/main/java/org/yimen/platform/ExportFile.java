package org.yimen.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a command writes for its user: whole or not at all, and readable by nobody else. */
public final class ExportFile {

  private ExportFile() {}

  /** What is written, and how many rows that was. */
  public interface Content {
    int write(OutputStream out) throws IOException;
  }

  /**
   * Writes beside the file first, so that a broken export never replaces a whole one.
   *
   * @return the rows written
   * @throws PlainFailure where the file can't be written
   */
  public static int write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(part);
      OwnerOnly.file(part);
      int rows;
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
        rows = content.write(out);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      throw new PlainFailure("无法写入 %s。请检查文件夹是否存在、磁盘是否已满，或文件是否正被其他程序打开。".formatted(target), e);
    }
  }
}
