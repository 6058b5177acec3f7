package org.yimen.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.yimen.platform.OwnerOnly;
import org.yimen.platform.PlainFailure;

/**
 * The folder where one installation keeps its data.
 *
 * @param folder absolute
 */
record Home(Path folder) {

  /** What is done while no other process joins or leaves the server of this home. */
  interface Step<T> {
    T run() throws Exception;
  }

  static Home at(Path folder) {
    return new Home(folder.toAbsolutePath().normalize());
  }

  Path data() {
    return folder.resolve("database");
  }

  Path log() {
    return folder.resolve("log");
  }

  /** Runs a step under the lock of this home; every failure comes out with a plain message. */
  <T> T alone(Step<T> step) {
    synchronized (Home.class) {
      try {
        Files.createDirectories(log());
        OwnerOnly.folder(folder);
        try (FileChannel channel =
                FileChannel.open(
                    folder.resolve("server.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (!lock.isValid()) {
            throw new IOException("no lock");
          }
          return step.run();
        }
      } catch (PlainFailure e) {
        throw e;
      } catch (Exception e) {
        throw new PlainFailure(explain(e), e);
      }
    }
  }

  /** The database's password, made by chance at the first start and readable by the owner only. */
  String password() throws IOException {
    Path file = folder.resolve("database.password");
    if (!Files.exists(file)) {
      byte[] secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      Path fresh = folder.resolve("database.password.new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      OwnerOnly.file(fresh);
      Files.writeString(fresh, HexFormat.of().formatHex(secret));
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }

  private String explain(Exception e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("No space left") || message.contains("Disk quota")) {
      return "磁盘已满，无法写入 %s。请清理后再试，已保存的数据不受影响。".formatted(folder);
    }
    if (e instanceof AccessDeniedException || message.contains("Read-only file system")) {
      return "没有权限写入 %s。请更换目录（YIMEN_HOME）或修改权限。".formatted(folder);
    }
    if (e instanceof FileSystemException) {
      return "无法使用数据目录 %s（%s）。请检查 YIMEN_HOME。".formatted(folder, message);
    }
    return "内置数据库无法使用。详情见 %s 中的 database.log。".formatted(log());
  }
}
