package org.yimen.platform.secrecy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** What must not be foreseen, and nonces that never come twice. */
final class Chance {

  static final SecureRandom SOURCE = new SecureRandom();

  private Chance() {}

  static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    SOURCE.nextBytes(bytes);
    return bytes;
  }

  /** Nonces for one thread: 8 bytes by chance, 4 that count; asked for anew before they run out. */
  static final class Nonces {

    private byte[] begin = bytes(8);
    private int count;

    byte[] next() {
      if (count == Integer.MAX_VALUE) {
        begin = bytes(8);
        count = 0;
      }
      return ByteBuffer.allocate(Algorithms.NONCE).put(begin).putInt(count++).array();
    }
  }
}
