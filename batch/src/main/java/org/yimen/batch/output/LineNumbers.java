package org.yimen.batch.output;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;

/** Turns bytes of a text file into lines, from its beginning on; asked in the order of bytes. */
final class LineNumbers implements AutoCloseable {
  private final InputStream in;
  private long at;
  private long line = 1;

  LineNumbers(String file, Configuration configuration) {
    Path path = new Path(file);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    try {
      InputStream raw = path.getFileSystem(configuration).open(path);
      this.in =
          new BufferedInputStream(codec == null ? raw : codec.createInputStream(raw), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line, from 1, that begins at that byte. */
  long of(long position) {
    try {
      while (at < position) {
        int sign = in.read();
        if (sign < 0) {
          return line;
        }
        at++;
        line += sign == '\n' ? 1 : 0;
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
