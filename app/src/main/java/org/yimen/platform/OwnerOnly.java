package org.yimen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps other accounts of the machine out of a file or folder, where its file system can. */
public final class OwnerOnly {

  private OwnerOnly() {}

  public static void file(Path file) throws IOException {
    allow(file, "rw-------");
  }

  /** Whoever else has an account gets no further than the folder's name. */
  public static void folder(Path folder) throws IOException {
    allow(folder, "rwx------");
  }

  private static void allow(Path path, String permissions) throws IOException {
    if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
