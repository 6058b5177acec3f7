package org.yimen.batch.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.yimen.batch.Refused;

/**
 * A file that is read.
 *
 * @param modified milliseconds since 1970
 */
public record InputFile(String path, long length, long modified) {

  /** Its name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Its path where a pattern may stand; what would be one in a name is escaped. */
  String asPattern() {
    return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }

  /**
   * The files below a folder, or the one file, whose names end so; hidden ones left out.
   *
   * @throws Refused where there is none
   */
  static List<InputFile> below(Configuration configuration, String where, String... endings) {
    Path root = new Path(where);
    List<InputFile> found = new ArrayList<>();
    try {
      FileSystem files = root.getFileSystem(configuration);
      if (!files.exists(root)) {
        throw new Refused("没有 " + where + "，请核对 --input 的路径。");
      }
      walk(files, files.getFileStatus(root), endings, found);
    } catch (IOException e) {
      throw new Refused("无法读取 " + where + "：" + e.getMessage());
    }
    if (found.isEmpty()) {
      throw new Refused(where + " 中没有以 " + String.join("、", endings) + " 结尾的文件。");
    }
    found.sort(Comparator.comparing(InputFile::path));
    return found;
  }

  private static void walk(
      FileSystem files, FileStatus status, String[] endings, List<InputFile> found)
      throws IOException {
    String name = status.getPath().getName();
    if (status.isDirectory()) {
      for (FileStatus inside : files.listStatus(status.getPath())) {
        String inner = inside.getPath().getName();
        if (!inner.startsWith(".") && !inner.startsWith("_")) {
          walk(files, inside, endings, found);
        }
      }
    } else if (Arrays.stream(endings).anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
      found.add(
          new InputFile(
              status.getPath().toString(), status.getLen(), status.getModificationTime()));
    }
  }

  /** Neighbours together until a group is large enough. */
  static List<List<InputFile>> grouped(List<InputFile> files, long bytes) {
    List<List<InputFile>> groups = new ArrayList<>();
    long size = bytes;
    for (InputFile file : files) {
      if (size >= bytes) {
        groups.add(new ArrayList<>());
        size = 0;
      }
      groups.get(groups.size() - 1).add(file);
      size += file.length();
    }
    return groups;
  }
}
