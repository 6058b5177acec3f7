package org.yimen.platform.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and hashes what goes through; ending it leaves the stream below open. Each write is taken
 * for a row, as binary COPY hands them over.
 */
final class Measured extends FilterOutputStream {

  /** Signature, flags and length of the extension, before the first row. */
  private static final int COPY_HEAD = 19;

  private final MessageDigest digest = sha256();
  private final MessageDigest row = sha256();
  private final long[] together = new long[4];
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
    int head = bytes == 0 ? Math.min(COPY_HEAD, length) : 0;
    bytes += length;
    row.update(from, offset + head, length - head);
    LongBuffer hash = ByteBuffer.wrap(row.digest()).asLongBuffer();
    for (int i = 0; i < together.length; i++) {
      together[i] += hash.get(i);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }

  Contents.Part part(String name, long rows) {
    StringBuilder sum = new StringBuilder();
    for (long part : together) {
      sum.append(HexFormat.of().toHexDigits(part));
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new Contents.Part(name, rows, bytes, hash, sum.toString());
  }
}
