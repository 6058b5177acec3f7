package org.yimen.exchange;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yimen.platform.PlainFailure;

/** The files that paths of a command line stand for. */
final class FilesToLoad {

  private FilesToLoad() {}

  /**
   * Files as they are named, and those directly inside the folders that are named.
   *
   * @throws PlainFailure if one is not there or may not be read, or there is none at all
   */
  static List<Path> of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      try {
        for (Path file : Files.isDirectory(path) ? inside(path) : List.of(path)) {
          Files.newInputStream(file).close();
          files.add(file);
        }
      } catch (NoSuchFileException e) {
        throw new PlainFailure("找不到：" + path + "。请核对路径后再试。");
      } catch (AccessDeniedException e) {
        throw new PlainFailure("没有读取权限：" + e.getFile() + "。请用有权限的账户运行，或请管理员开放读取权限。");
      } catch (IOException e) {
        throw new PlainFailure("读不出：" + path + "。请检查磁盘或网络共享后再试。");
      }
    }
    if (files.isEmpty()) {
      throw new PlainFailure("没有可装载的文件。请指定部门来文或存放它们的文件夹。");
    }
    return files;
  }

  /** Without hidden files and those that Excel leaves while one is open. */
  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(file -> !file.getFileName().toString().startsWith("~$"))
          .sorted()
          .toList();
    }
  }
}
