package org.yimen.platform.secrecy;

/** The keys at hand. Another process may add a version at any time: the file is looked at again. */
final class Keys {

  private static final long LOOK_EVERY = 500_000_000L;

  private final KeyFile file;
  private volatile KeyRing ring;
  private volatile long stamp;
  private volatile long looked;

  Keys(KeyFile file) {
    this.file = file;
    this.stamp = file.stamp();
    this.ring = file.read();
    this.looked = System.nanoTime();
  }

  KeyFile file() {
    return file;
  }

  KeyRing ring() {
    if (System.nanoTime() - looked > LOOK_EVERY) {
      look();
    }
    return ring;
  }

  /** The version, also where it has only just been added. */
  KeyVersion version(int number) {
    KeyRing now = ring;
    if (!now.has(number)) {
      look();
      now = ring;
    }
    return now.get(number);
  }

  synchronized void look() {
    long now = file.stamp();
    if (now != stamp && now != -1) {
      ring = file.read();
      stamp = now;
    }
    looked = System.nanoTime();
  }
}
