package org.yimen.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The bytes of a file, however they are kept; opened as often as wanted. */
public interface FileContent {

  /**
   * Opens it.
   *
   * @throws NoSuchFileException where there is none
   */
  SeekableByteChannel channel() throws IOException;

  /** All bytes from the beginning. */
  default InputStream stream() throws IOException {
    return Channels.newInputStream(channel());
  }

  /** A plain file. */
  static FileContent of(Path file) {
    return () -> {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      return FileChannel.open(file);
    };
  }
}
