package org.yimen.platform.secrecy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yimen.platform.OwnerOnly;

/** Sealed files of one kind in a folder; their names say nothing. Copied into backups. */
public final class SealedFolder implements SealedStore {

  /** The ending of files that are being written. */
  public static final String PARTIAL = ".partial";

  private final Secrecy secrecy;
  private final Path folder;
  private final String kind;
  private final String title;

  public SealedFolder(Secrecy secrecy, Path folder, String kind, String title) {
    this.secrecy = secrecy;
    this.folder = folder;
    this.kind = kind;
    this.title = title;
  }

  /** What is written into a new file. */
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public String title() {
    return title;
  }

  /**
   * A new file under a name of its own, on the disk when this returns; nobody sees it by another.
   */
  public Path write(Content content) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder);
      OwnerOnly.folder(folder);
    }
    Path partial = Files.createTempFile(folder, "incoming", PARTIAL);
    try (FileChannel file = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      OutputStream sealing =
          secrecy.sealing(
              new java.io.BufferedOutputStream(new KeptOpen(Channels.newOutputStream(file))), kind);
      content.to(sealing);
      sealing.close();
      file.force(true);
      return partial;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(partial);
      throw e;
    }
  }

  /** Lets the file stay open until it is on the disk. */
  private static final class KeptOpen extends java.io.FilterOutputStream {

    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Reads a file of this folder from any place of it. */
  public java.nio.channels.SeekableByteChannel read(String name) throws IOException {
    return secrecy.opening(folder.resolve(name), kind);
  }

  /** Whole files, by name. */
  public List<String> names() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(PARTIAL))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long pass() {
    long changed = 0;
    for (String name : names()) {
      try {
        if (!current(folder.resolve(name))) {
          again(folder.resolve(name));
          changed++;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return changed;
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(SealedOutput.MAGIC.length + KeyVersion.MARK);
    }
  }

  private static boolean sealed(byte[] head) {
    int magic = SealedOutput.MAGIC.length;
    return head.length > magic && Arrays.equals(head, 0, magic, SealedOutput.MAGIC, 0, magic);
  }

  private boolean current(Path file) throws IOException {
    byte[] head = head(file);
    byte[] mark = secrecy.keys().ring().newest().mark();
    int magic = SealedOutput.MAGIC.length;
    return sealed(head) && Arrays.equals(head, magic, head.length, mark, 0, mark.length);
  }

  private void again(Path file) throws IOException {
    Path fresh;
    try (InputStream in =
        sealed(head(file))
            ? Channels.newInputStream(secrecy.opening(file, kind))
            : Files.newInputStream(file)) {
      fresh = write(in::transferTo);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
