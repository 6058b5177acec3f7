package org.yimen.platform.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.secrecy.Secrecy;
import org.yimen.platform.secrecy.Unsealable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a backup from its beginning to its end; needs the key file and no database. */
public final class ReadBackup {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Secrecy secrecy;
  private final Path file;

  /** A backup to be opened with the keys of this installation. */
  public ReadBackup(Secrecy secrecy, Path file) {
    this.secrecy = secrecy;
    this.file = file;
  }

  /** What is done with the parts between the beginning and the end. */
  interface Receiver {
    void begin(Contents contents) throws IOException;

    void part(String name, InputStream in) throws IOException;
  }

  /** What a whole backup holds. */
  public record Checked(
      Contents contents, long rows, long files, long bytes, Map<String, String> hashes) {}

  /**
   * Reads all of it and compares every part with its hash.
   *
   * @throws PlainFailure where it is cut, changed, or sealed by other keys
   */
  public Checked check() {
    return read(
        new Receiver() {
          @Override
          public void begin(Contents contents) {}

          @Override
          public void part(String name, InputStream in) throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
          }
        });
  }

  /** Hands over everything and compares it on the way. */
  Checked read(Receiver receiver) {
    if (!Files.isRegularFile(file)) {
      throw new PlainFailure("找不到备份文件 %s。".formatted(file));
    }
    Walk walk = new Walk(receiver);
    try (ZipInputStream zip =
        new ZipInputStream(
            new BufferedInputStream(
                Channels.newInputStream(secrecy.opening(file, Contents.KIND)), 1 << 16))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        walk.entry(entry.getName(), zip);
      }
      return walk.end(Files.size(file));
    } catch (Unsealable | IOException | JacksonException e) {
      throw walk.contents == null
          ? new PlainFailure(
              "打不开备份 %s：它不是用密钥文件 %s 加密的（可能属于另一套安装，或缺少当时的那一版密钥），或者文件不是备份、开头已损坏。"
                  .formatted(file, secrecy.file()),
              e)
          : broken(e);
    }
  }

  private PlainFailure broken(@Nullable Exception e) {
    String text = "备份 %s 不完整或被改动（可能没有拷贝完）。请换用另一份备份。".formatted(file);
    return e == null ? new PlainFailure(text) : new PlainFailure(text, e);
  }

  private final class Walk {

    private final Receiver receiver;
    private final Map<String, Contents.Part> met = new HashMap<>();
    private @Nullable Contents contents;
    private Contents.@Nullable End end;

    Walk(Receiver receiver) {
      this.receiver = receiver;
    }

    void entry(String name, InputStream in) throws IOException {
      if (name.equals(Contents.BEGIN)) {
        Contents begin = JSON.readValue(in.readAllBytes(), Contents.class);
        if (begin.format() != Contents.FORMAT) {
          throw new PlainFailure("备份 %s 由更新版本的程序制作。请先升级程序。".formatted(file));
        }
        contents = begin;
        receiver.begin(begin);
      } else if (name.equals(Contents.END)) {
        end = JSON.readValue(in.readAllBytes(), Contents.End.class);
      } else {
        Measured measured = new Measured(OutputStream.nullOutputStream());
        InputStream seen = new Tee(in, measured);
        receiver.part(name, seen);
        seen.transferTo(OutputStream.nullOutputStream());
        met.put(name, measured.part(name, 0));
      }
    }

    Checked end(long bytes) {
      Contents begin = contents;
      Contents.End told = end;
      if (begin == null || told == null || told.parts().size() != met.size()) {
        throw broken(null);
      }
      long rows = 0;
      for (Contents.Part part : told.parts()) {
        Contents.Part found = met.get(part.name());
        if (found == null
            || found.bytes() != part.bytes()
            || !found.sha256().equals(part.sha256())) {
          throw broken(null);
        }
        rows += part.rows();
      }
      long files = met.keySet().stream().filter(name -> name.startsWith(Contents.FILES)).count();
      Map<String, String> hashes = new HashMap<>();
      told.parts().forEach(part -> hashes.put(part.name(), part.together()));
      return new Checked(begin, rows, files, bytes, hashes);
    }
  }

  /** Shows what is read to somebody else too; closing it leaves the stream below open. */
  private static final class Tee extends java.io.FilterInputStream {

    private final OutputStream seen;

    Tee(InputStream in, OutputStream seen) {
      super(in);
      this.seen = seen;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      if (some > 0) {
        seen.write(buffer, offset, some);
      }
      return some;
    }

    @Override
    public void close() {
      // the zip goes on
    }
  }
}
