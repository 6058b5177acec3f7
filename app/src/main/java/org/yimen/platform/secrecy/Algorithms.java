package org.yimen.platform.secrecy;

/**
 * One set of algorithms (a profile). A new set is another implementation of this, a line in {@link
 * #of(int)} and published vectors in {@link KnownAnswers}; whatever was sealed names its set.
 */
interface Algorithms {

  /** Bytes of a nonce of both ciphers. */
  int NONCE = 12;

  /** Bytes that sealing adds to prove that nothing was changed. */
  int TAG = 16;

  /** The number that sealed values bear. */
  int number();

  /** As settings name it. */
  String code();

  /** A cipher for one thread; the first bytes of the secret are its key. */
  Aead aead(byte[] secret);

  /** A keyed hash for one thread. */
  KeyedHash keyedHash(byte[] secret);

  /** Signs with the key that belongs to 32 secret bytes. */
  byte[] sign(byte[] secret, byte[] message);

  /** The public half of the key that belongs to 32 secret bytes. */
  byte[] publicKey(byte[] secret);

  boolean verify(byte[] publicKey, byte[] message, byte[] signature);

  /** Encryption that also proves what belongs to it, such as the table and row where it stands. */
  interface Aead {

    /** Ciphertext and tag. */
    byte[] seal(byte[] nonce, byte[] belongsTo, byte[] plain);

    /**
     * The plain bytes.
     *
     * @throws Unsealable when key, nonce, text or what it belongs to is another
     */
    byte[] open(byte[] nonce, byte[] belongsTo, byte[] sealed);
  }

  /** A keyed hash of 32 bytes over parts as if they stood behind each other. */
  interface KeyedHash {
    byte[] of(byte[]... parts);
  }

  static Algorithms of(int number) {
    return switch (number) {
      case ChineseAlgorithms.NUMBER -> new ChineseAlgorithms();
      case InternationalAlgorithms.NUMBER -> new InternationalAlgorithms();
      default -> throw new Unsealable("algorithms " + number + " are unknown");
    };
  }

  /**
   * The set of that code.
   *
   * @throws IllegalArgumentException where there is none
   */
  static Algorithms of(String code) {
    return switch (code) {
      case ChineseAlgorithms.CODE -> new ChineseAlgorithms();
      case InternationalAlgorithms.CODE -> new InternationalAlgorithms();
      default -> throw new IllegalArgumentException(code);
    };
  }
}
