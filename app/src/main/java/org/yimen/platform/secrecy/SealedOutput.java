package org.yimen.platform.secrecy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Seals a stream in chunks, each bound to its number and to whether it is the last: chunks that are
 * missing, changed or moved, and a cut end, are noticed. Layout: {@code YMS1}, mark of the keys (3
 * bytes), 8 bytes by chance, then chunks of {@link #CHUNK} bytes with 16 bytes of tag each.
 */
final class SealedOutput extends OutputStream {

  static final byte[] MAGIC = "YMS1".getBytes(StandardCharsets.US_ASCII);
  static final int PREFIX = 8;
  static final int HEAD = MAGIC.length + KeyVersion.MARK + PREFIX;
  static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private final KeyVersion keys;
  private final String kind;
  private final byte[] prefix = Chance.bytes(PREFIX);
  private byte[] buffer = new byte[CHUNK];
  private int filled;
  private int chunk;
  private boolean ended;

  /** Binds the stream to what kind of file it is. */
  SealedOutput(OutputStream out, KeyVersion keys, String kind) throws IOException {
    this.out = out;
    this.keys = keys;
    this.kind = kind;
    out.write(MAGIC);
    out.write(keys.mark());
    out.write(prefix);
  }

  static byte[] nonce(byte[] prefix, int chunk) {
    return ByteBuffer.allocate(Algorithms.NONCE).put(prefix).putInt(chunk).array();
  }

  static byte[] belongsTo(String kind, boolean last) {
    return (kind + (last ? "/last" : "/more")).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int from = offset;
    int left = length;
    while (left > 0) {
      if (filled == CHUNK) { // a full chunk waits until it is known not to be the last
        send(false);
      }
      int some = Math.min(left, CHUNK - filled);
      System.arraycopy(bytes, from, buffer, filled, some);
      filled += some;
      from += some;
      left -= some;
    }
  }

  private void send(boolean last) throws IOException {
    byte[] plain = filled == CHUNK ? buffer : java.util.Arrays.copyOf(buffer, filled);
    out.write(keys.seal(nonce(prefix, chunk++), belongsTo(kind, last), plain));
    filled = 0;
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Ends the stream: without this nobody will take it for whole. */
  @Override
  public void close() throws IOException {
    if (!ended) {
      ended = true;
      send(true);
      buffer = new byte[0];
    }
    out.close();
  }
}
