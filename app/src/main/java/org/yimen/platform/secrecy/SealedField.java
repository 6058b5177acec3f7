package org.yimen.platform.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column whose values are sealed. A sealed value opens only in the column and row that it was
 * sealed for. Threads may share it.
 */
public final class SealedField {

  private final Keys keys;
  private final byte[] name;

  SealedField(Keys keys, String name) {
    this.keys = keys;
    this.name = (name + "/").getBytes(StandardCharsets.UTF_8);
  }

  /** Seals a text of a row; the same text never seals alike. */
  public byte[] seal(Object row, String text) {
    return seal(row, bytes(text));
  }

  public byte[] seal(Object row, byte[] plain) {
    return keys.ring().newest().seal(place(row), plain);
  }

  /**
   * Seals so that the same text of the same row seals alike until the keys are changed: for values
   * that SQL compares with what the row held before.
   */
  public byte[] sealAlike(Object row, String text) {
    return keys.ring().newest().sealAlike(place(row), bytes(text));
  }

  /**
   * The text of a row; null for null.
   *
   * @throws Unsealable when it was sealed elsewhere or changed
   */
  public @Nullable String open(Object row, byte @Nullable [] sealed) {
    return sealed == null ? null : new String(bytes(row, sealed), StandardCharsets.UTF_8);
  }

  /** As {@link #open}, for bytes. */
  public byte[] bytes(Object row, byte[] sealed) {
    return keys.version(version(sealed)).open(place(row), sealed);
  }

  /**
   * A keyed hash of 16 bytes by which equal texts of this column are found without being read. The
   * text must be normalised: one spelling, one hash.
   */
  public byte[] index(String text) {
    return keys.ring().newest().index(name, bytes(text));
  }

  /**
   * The hashes that a text may be kept under: by the newest keys and, while they change, others.
   */
  public List<byte[]> indexes(String text) {
    List<byte[]> all = new ArrayList<>();
    for (KeyVersion version : keys.ring().all()) {
      all.add(version.index(name, bytes(text)));
    }
    return all;
  }

  /** Whether it was sealed by the newest keys. */
  public boolean current(byte[] sealed) {
    byte[] mark = keys.ring().newest().mark();
    return sealed.length > mark.length
        && Arrays.equals(mark, 0, mark.length, sealed, 0, mark.length);
  }

  /** What everything sealed by the newest keys begins with. */
  public byte[] mark() {
    return keys.ring().newest().mark();
  }

  static int version(byte[] sealed) {
    if (sealed.length < KeyVersion.MARK) {
      throw new Unsealable("too short to be sealed");
    }
    return (sealed[1] & 0xFF) << 8 | sealed[2] & 0xFF;
  }

  private byte[] place(Object row) {
    byte[] of = bytes(row.toString());
    byte[] place = Arrays.copyOf(name, name.length + of.length);
    System.arraycopy(of, 0, place, name.length, of.length);
    return place;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
