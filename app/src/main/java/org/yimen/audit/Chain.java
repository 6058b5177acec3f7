package org.yimen.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.crypto.digests.SM3Digest;

/** How an entry hangs on the one before it: SM3 (GB/T 32905-2016) over both. */
final class Chain {

  static final int PARTS = 16;

  private Chain() {}

  /** What an entry says; time to the microsecond. */
  record Entry(
      int part,
      long seq,
      Instant at,
      String who,
      String unit,
      String role,
      String deed,
      String object,
      String why,
      boolean done) {}

  static byte[] hash(byte[] before, Entry entry) {
    SM3Digest digest = new SM3Digest();
    digest.update(before, 0, before.length);
    add(digest, Integer.toString(entry.part()));
    add(digest, Long.toString(entry.seq()));
    add(digest, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())));
    add(digest, entry.who());
    add(digest, entry.unit());
    add(digest, entry.role());
    add(digest, entry.deed());
    add(digest, entry.object());
    add(digest, entry.why());
    add(digest, Boolean.toString(entry.done()));
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }

  /** Each with its length before it, so that no two entries read alike. */
  private static void add(SM3Digest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array(), 0, 4);
    digest.update(bytes, 0, bytes.length);
  }
}
