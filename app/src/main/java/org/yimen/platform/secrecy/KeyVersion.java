package org.yimen.platform.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One version of the keys, all made from one secret of 32 bytes: for sealing, for nonces of values
 * that must seal alike, for blind indexes, for signing. What it makes bears its number.
 */
final class KeyVersion {

  static final int SECRET = 32;

  /** Algorithms 1 byte, version 2 bytes. */
  static final int MARK = 3;

  private final int number;
  private final Algorithms algorithms;
  private final byte[] secret;
  private final byte[] mark;
  private final byte[] signing;
  private final ThreadLocal<Tools> tools;

  KeyVersion(int number, Algorithms algorithms, byte[] secret) {
    this.number = number;
    this.algorithms = algorithms;
    this.secret = secret.clone();
    this.mark =
        ByteBuffer.allocate(MARK).put((byte) algorithms.number()).putShort((short) number).array();
    this.signing = derived("sign");
    byte[] seal = derived("seal");
    byte[] alike = derived("alike");
    byte[] index = derived("index");
    this.tools =
        ThreadLocal.withInitial(
            () ->
                new Tools(
                    algorithms.aead(seal),
                    algorithms.keyedHash(alike),
                    algorithms.keyedHash(index),
                    new Chance.Nonces()));
  }

  /** What a thread works with; making it takes longer than using it. */
  private record Tools(
      Algorithms.Aead cipher,
      Algorithms.KeyedHash alike,
      Algorithms.KeyedHash index,
      Chance.Nonces nonces) {}

  private byte[] derived(String purpose) {
    return algorithms
        .keyedHash(secret)
        .of(("yimen/" + purpose).getBytes(StandardCharsets.US_ASCII));
  }

  int number() {
    return number;
  }

  Algorithms algorithms() {
    return algorithms;
  }

  byte[] secret() {
    return secret.clone();
  }

  /** What everything begins with that this version has sealed. */
  byte[] mark() {
    return mark.clone();
  }

  /** Tells that a key file is the one that a database was sealed with. */
  byte[] proof() {
    return derived("proof");
  }

  byte[] publicKey() {
    return algorithms.publicKey(signing);
  }

  byte[] sign(byte[] message) {
    return algorithms.sign(signing, message);
  }

  byte[] seal(byte[] belongsTo, byte[] plain) {
    Tools now = tools.get();
    return sealed(now, now.nonces().next(), belongsTo, plain);
  }

  /** The same text in the same place seals alike, so that a database can compare it. */
  byte[] sealAlike(byte[] belongsTo, byte[] plain) {
    Tools now = tools.get();
    byte[] nonce = Arrays.copyOf(now.alike().of(belongsTo, plain), Algorithms.NONCE);
    return sealed(now, nonce, belongsTo, plain);
  }

  private byte[] sealed(Tools now, byte[] nonce, byte[] belongsTo, byte[] plain) {
    byte[] text = now.cipher().seal(nonce, belongsTo, plain);
    return ByteBuffer.allocate(MARK + nonce.length + text.length)
        .put(mark)
        .put(nonce)
        .put(text)
        .array();
  }

  byte[] open(byte[] belongsTo, byte[] sealed) {
    int text = MARK + Algorithms.NONCE;
    if (sealed.length < text + Algorithms.TAG) {
      throw new Unsealable("too short to be sealed");
    }
    return tools
        .get()
        .cipher()
        .open(
            Arrays.copyOfRange(sealed, MARK, text),
            belongsTo,
            Arrays.copyOfRange(sealed, text, sealed.length));
  }

  /** A nonce of its own making, for what counts its pieces. */
  byte[] seal(byte[] nonce, byte[] belongsTo, byte[] plain) {
    return tools.get().cipher().seal(nonce, belongsTo, plain);
  }

  byte[] open(byte[] nonce, byte[] belongsTo, byte[] sealed) {
    return tools.get().cipher().open(nonce, belongsTo, sealed);
  }

  /** 16 bytes by which equal texts are found without being read. */
  byte[] index(byte[] field, byte[] text) {
    return Arrays.copyOf(tools.get().index().of(field, text), 16);
  }
}
