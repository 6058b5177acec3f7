package org.yimen.casework;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.bouncycastle.crypto.digests.SM3Digest;

/**
 * What a family types to look at its application: 12 letters of a code and 8 of a second secret, 5
 * bits each. Letters that look like another one are not used, and taken for it.
 */
public record FamilyCode(String code, String secret) {

  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom CHANCE = new SecureRandom();
  private static final int GROUP = 4;
  private static final int LONGEST = 100;

  static FamilyCode made() {
    return new FamilyCode(made(12), made(8));
  }

  private static String made(int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append(i > 0 && i % GROUP == 0 ? "-" : "");
      letters.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }

  /** As it was typed: in small or wide letters, with or without what stands between groups. */
  public static FamilyCode typed(String code, String secret) {
    return new FamilyCode(plain(code), plain(secret));
  }

  private static String plain(String typed) {
    String cut = typed.substring(0, Math.min(LONGEST, typed.length()));
    return Normalizer.normalize(cut, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }

  /** Nothing of it: what is printed for whoever repairs must not open anything. */
  @Override
  public String toString() {
    return "FamilyCode";
  }

  /** Of both together: who has only one of them can't tell whether it is right. */
  byte[] hash() {
    return hash(plain(code) + "/" + plain(secret));
  }

  /** By which tries of one code are counted, so that nothing typed stays in memory. */
  public byte[] mark() {
    return hash(plain(code));
  }

  private static byte[] hash(String text) {
    byte[] bytes = ("yimen family code " + text).getBytes(StandardCharsets.UTF_8);
    SM3Digest digest = new SM3Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
