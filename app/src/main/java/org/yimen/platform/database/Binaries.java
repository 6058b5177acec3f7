package org.yimen.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.yimen.platform.PlainFailure;

/** Unpacks the PostgreSQL programs that come inside the jar, once for each home and version. */
final class Binaries {

  private Binaries() {}

  /** Returns the folder that holds {@code bin}; unpacks it first where it is not there yet. */
  static Path in(Path home) throws IOException {
    String name = "postgres-%s-%s.txz".formatted(system(), processor());
    URL archive = Binaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new PlainFailure(
          "程序不带适用于本机（%s %s）的 PostgreSQL，请设置 YIMEN_DATABASE_URL 使用已有的数据库。"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }
    long size = archive.openConnection().getContentLengthLong();
    Path folder = home.resolve("server-" + size);
    if (!Files.exists(folder)) {
      Path partial = home.resolve("server-partial");
      delete(partial);
      try (InputStream in = archive.openStream()) {
        unpack(in, partial);
      }
      Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.resolveSibling("."));
          file(tar, entry, target);
        }
      }
    }
  }

  private static void file(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0 && !system().equals("windows")) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("win") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
  }

  private static String processor() {
    return System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
  }
}
