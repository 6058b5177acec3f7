package org.yimen.platform.secrecy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions of the keys that a key file holds. Versions given up are known by their public key
 * only, for the signatures that they made.
 */
final class KeyRing {

  /** Which algorithms and which public key a version has or had. */
  record Signer(Algorithms algorithms, byte[] publicKey) {}

  private final TreeMap<Integer, KeyVersion> versions = new TreeMap<>();
  private final Map<Integer, Signer> givenUp = new TreeMap<>();

  KeyRing(Collection<KeyVersion> versions, Map<Integer, Signer> givenUp) {
    versions.forEach(version -> this.versions.put(version.number(), version));
    this.givenUp.putAll(givenUp);
  }

  boolean empty() {
    return versions.isEmpty();
  }

  /** The version that seals. */
  KeyVersion newest() {
    return versions.lastEntry().getValue();
  }

  /** All versions that can open, the newest last. */
  List<KeyVersion> all() {
    return List.copyOf(versions.values());
  }

  Map<Integer, Signer> givenUp() {
    return Map.copyOf(givenUp);
  }

  boolean has(int number) {
    return versions.containsKey(number);
  }

  KeyVersion get(int number) {
    KeyVersion found = versions.get(number);
    if (found == null) {
      throw new Unsealable("key version " + number + " is not in the key file");
    }
    return found;
  }

  /** Whose signature it is; null where the version was never heard of. */
  @org.jspecify.annotations.Nullable
  Signer signer(int number) {
    KeyVersion found = versions.get(number);
    return found != null ? new Signer(found.algorithms(), found.publicKey()) : givenUp.get(number);
  }

  KeyRing with(KeyVersion added) {
    List<KeyVersion> all = new ArrayList<>(versions.values());
    all.add(added);
    return new KeyRing(all, givenUp);
  }

  /** Without the secret of a version. */
  KeyRing without(int number) {
    KeyVersion gone = get(number);
    List<KeyVersion> all = new ArrayList<>(versions.values());
    all.remove(gone);
    Map<Integer, Signer> known = new TreeMap<>(givenUp);
    known.put(number, new Signer(gone.algorithms(), gone.publicKey()));
    return new KeyRing(all, known);
  }

  /** A new version after all others. */
  static KeyVersion fresh(KeyRing before, Algorithms algorithms) {
    int number = 1;
    for (KeyVersion version : before.all()) {
      number = Math.max(number, version.number() + 1);
    }
    for (int version : before.givenUp().keySet()) {
      number = Math.max(number, version + 1);
    }
    return new KeyVersion(number, algorithms, Chance.bytes(KeyVersion.SECRET));
  }
}
