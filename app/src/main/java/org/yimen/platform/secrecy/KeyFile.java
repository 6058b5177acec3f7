package org.yimen.platform.secrecy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yimen.platform.OwnerOnly;
import org.yimen.platform.PlainFailure;

/**
 * The file of the keys, outside the database and readable by its owner only: a line a version,
 * {@code 1 sm key HEX}, or {@code 1 sm public HEX} for one given up.
 */
final class KeyFile {

  private static final HexFormat HEX = HexFormat.of();
  private static final String HEAD =
      """
      # 一门的密钥。没有这个文件，加密的数据和备份谁也打不开，也无法找回：请另存一份到别处（不要和备份放在一起）。
      # 不要修改内容。由 yimen keys 管理。
      """;

  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  /** The file that the setting {@code yimen.keys} names, by default in the home. */
  static KeyFile of(String setting, Path home) {
    return new KeyFile(
        setting.isBlank() ? home.resolve("keys").resolve("yimen.keys") : Path.of(setting.strip()));
  }

  Path path() {
    return file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Changes whenever the file does. */
  long stamp() {
    try {
      return Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  KeyRing read() {
    List<KeyVersion> versions = new ArrayList<>();
    Map<Integer, KeyRing.Signer> givenUp = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        String[] parts = line.strip().split(" +");
        int number = Integer.parseInt(parts[0]);
        Algorithms algorithms = Algorithms.of(parts[1]);
        byte[] bytes = HEX.parseHex(parts[3]);
        if (parts[2].equals("key") && bytes.length == KeyVersion.SECRET) {
          versions.add(new KeyVersion(number, algorithms, bytes));
        } else if (parts[2].equals("public")) {
          givenUp.put(number, new KeyRing.Signer(algorithms, bytes));
        } else {
          throw damaged();
        }
      }
    } catch (IOException e) {
      throw new PlainFailure("读不出密钥文件 %s。请检查它是否存在、本账户有没有权限读它。".formatted(file), e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw damaged(); // without the cause: it quotes what stands in the file
    }
    if (versions.isEmpty()) {
      throw damaged();
    }
    return new KeyRing(versions, givenUp);
  }

  private PlainFailure damaged() {
    return new PlainFailure("密钥文件 %s 的内容不完整或被改动。请用另存的那一份替换它。".formatted(file));
  }

  /** What is done while no other process changes the file. */
  interface Step<T> {
    T run();
  }

  <T> T alone(Step<T> step) {
    synchronized (KeyFile.class) {
      try {
        Path folder = folder();
        if (!Files.exists(folder)) {
          Files.createDirectories(folder);
          OwnerOnly.folder(folder);
        }
        try (FileChannel channel =
                FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.lock()) {
          if (!lock.isValid()) {
            throw new IOException("no lock");
          }
          return step.run();
        }
      } catch (IOException e) {
        throw notWritten(e);
      }
    }
  }

  private Path folder() {
    Path folder = file.getParent();
    return folder == null ? Path.of("/") : folder;
  }

  private PlainFailure notWritten(IOException e) {
    return new PlainFailure("无法写入密钥文件 %s。请检查文件夹的权限和磁盘空间，数据没有改动。".formatted(file), e);
  }

  /** Replaces the file; whole and on the disk when it returns. */
  void write(KeyRing ring) {
    StringBuilder text = new StringBuilder(HEAD);
    for (KeyVersion version : ring.all()) {
      text.append(
          line(version.number(), version.algorithms(), "key", HEX.formatHex(version.secret())));
    }
    ring.givenUp()
        .forEach(
            (number, signer) ->
                text.append(
                    line(
                        number, signer.algorithms(), "public", HEX.formatHex(signer.publicKey()))));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh);
      OwnerOnly.file(fresh);
      Files.writeString(fresh, text);
      try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private static String line(int number, Algorithms algorithms, String kind, String hex) {
    return "%d %s %s %s%n".formatted(number, algorithms.code(), kind, hex);
  }
}
