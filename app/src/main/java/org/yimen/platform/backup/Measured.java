package org.yimen.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what goes through; ending it leaves the stream below open. */
final class Measured extends FilterOutputStream {

  private final MessageDigest digest = sha256();
  private long bytes;

  Measured(OutputStream out) {
    super(out);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    out.write(from, offset, length);
    digest.update(from, offset, length);
    bytes += length;
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  Contents.Part part(String name, long rows) {
    return new Contents.Part(name, rows, bytes, HexFormat.of().formatHex(digest.digest()));
  }
}
