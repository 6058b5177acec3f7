package org.yimen.batch.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.yimen.batch.Refused;

/**
 * The folder of a run. While it works everything lies in a folder beside it, {@code
 * NAME.unfinished}; the last deed is to rename that one. So the folder is whole or not there, and a
 * run that was broken off goes on with the groups of files that are still missing.
 */
public final class Workplace {
  private static final String MADE_OF = "made-of.txt";

  private final FileSystem files;
  private final Path whole;
  private final Path unfinished;

  public Workplace(Configuration configuration, String where) {
    this.whole = new Path(where.replaceAll("/+$", ""));
    this.unfinished = new Path(whole + ".unfinished");
    try {
      this.files = whole.getFileSystem(configuration);
    } catch (IOException e) {
      throw new Refused("无法使用输出位置 " + where + "：" + e.getMessage());
    }
  }

  /**
   * Begins, or goes on with what is there.
   *
   * @param madeOf everything that the result depends on
   * @param anew throws away what is there, once the new result is whole
   * @return false where the result of the same is there already
   * @throws Refused where there is a result of something else
   */
  public boolean begin(String madeOf, boolean anew) {
    try {
      if (files.exists(whole) && !anew) {
        if (madeOf.equals(read(new Path(whole, MADE_OF)))) {
          return false;
        }
        throw new Refused(whole + " 已有另一次运行的结果。请换一个 --output，或加 --replace 覆盖。");
      }
      if (files.exists(unfinished) && !madeOf.equals(read(new Path(unfinished, MADE_OF)))) {
        if (!anew) {
          throw new Refused(
              unfinished + " 是另一次运行中断后留下的（输入、规则或选项不同）。请换一个 --output，或加 --replace 丢弃。");
        }
        files.delete(unfinished, true);
      }
      files.mkdirs(unfinished);
      write(MADE_OF, madeOf);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small file of the whole run, empty where there is none. */
  public String whole(String name) {
    try {
      return read(new Path(whole, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(Path file) throws IOException {
    if (!files.exists(file)) {
      return "";
    }
    try (InputStream in = files.open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Where something of the unfinished run lies. */
  public String path(String name) {
    return new Path(unfinished, name).toString();
  }

  /** Whether a group of files was decided before. */
  public boolean has(String name) {
    try {
      return files.exists(new Path(unfinished, name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what was written to {@code NAME.part} as {@code NAME}, at once. */
  public void keep(String name) {
    rename(new Path(unfinished, name + ".part"), new Path(unfinished, name));
  }

  /** Writes a small file. */
  public void write(String name, String text) {
    try (OutputStream out = create(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the unfinished run, written anew. */
  public OutputStream create(String name) throws IOException {
    return files.create(new Path(unfinished, name), true);
  }

  /** Removes what only the work needed. */
  public void remove(String name) {
    try {
      files.delete(new Path(unfinished, name), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the run whole. */
  public void finish() {
    try {
      Path old = new Path(whole + ".old");
      files.delete(old, true);
      boolean before = files.exists(whole);
      if (before) {
        rename(whole, old);
      }
      rename(unfinished, whole);
      if (before) {
        files.delete(old, true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rename(Path from, Path to) {
    try {
      if (files.exists(to) || !files.rename(from, to)) {
        throw new IOException("cannot rename " + from + " to " + to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
