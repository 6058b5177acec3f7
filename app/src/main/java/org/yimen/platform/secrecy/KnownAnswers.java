package org.yimen.platform.secrecy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.yimen.platform.PlainFailure;

/**
 * Tries every algorithm on published vectors before anything is sealed or opened: a machine or
 * library that computes wrongly must not touch the data (GB/T 39786-2021).
 */
final class KnownAnswers {

  private static final HexFormat HEX = HexFormat.of();

  private KnownAnswers() {}

  /** A cipher's vector: the sealed bytes end with the tag. */
  record Sealing(
      String name,
      int algorithms,
      String key,
      String nonce,
      String with,
      String plain,
      String out) {

    boolean holds() {
      Algorithms.Aead cipher = Algorithms.of(algorithms).aead(HEX.parseHex(key));
      byte[] sealed = HEX.parseHex(out);
      byte[] text = HEX.parseHex(plain);
      return Arrays.equals(sealed, cipher.seal(bytes(nonce), bytes(with), text))
          && Arrays.equals(text, cipher.open(bytes(nonce), bytes(with), sealed))
          && refuses(cipher, sealed);
    }

    private boolean refuses(Algorithms.Aead cipher, byte[] sealed) {
      byte[] changed = sealed.clone();
      changed[0] ^= 1;
      try {
        cipher.open(bytes(nonce), bytes(with), changed);
        return false;
      } catch (Unsealable e) {
        return true;
      }
    }

    private static byte[] bytes(String hex) {
      return HEX.parseHex(hex);
    }
  }

  /** RFC 8998 A.1. */
  static final Sealing SM4 =
      new Sealing(
          "SM4-GCM（RFC 8998）",
          ChineseAlgorithms.NUMBER,
          "0123456789abcdeffedcba9876543210",
          "00001234567800000000abcd",
          "feedfacedeadbeeffeedfacedeadbeefabaddad2",
          "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
              + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
          "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
              + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
              + "83de3541e4c2b58177e065a9bf7b62ec");

  /** McGrew and Viega, The Galois/Counter Mode of Operation (for NIST), test case 16. */
  static final Sealing AES =
      new Sealing(
          "AES-256-GCM（NIST）",
          InternationalAlgorithms.NUMBER,
          "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
          "cafebabefacedbaddecaf888",
          "feedfacedeadbeeffeedfacedeadbeefabaddad2",
          "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
              + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
          "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
              + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
              + "76fc6ece0f4e1768cddf8853bb2d551b");

  /**
   * Tries them all.
   *
   * @throws PlainFailure that names the one which fails
   */
  static void check() {
    require(SM4.name(), SM4.holds());
    require(AES.name(), AES.holds());
    require("SM3（GB/T 32905-2016）", sm3());
    require("HMAC-SM3（GM/T 0042-2015）", hmacSm3());
    require("HMAC-SHA-256（RFC 4231）", hmacSha256());
    require("SM2 签名验证（GB/T 32918.5-2017）", sm2());
    require("Ed25519（RFC 8032）", ed25519());
  }

  static void require(String name, boolean holds) {
    if (!holds) {
      throw new PlainFailure(
          "密码算法自检没有通过：%s。程序不启动，数据没有改动。请检查 Java 和程序文件是否完好（重新安装后再试），仍不通过请换一台机器。".formatted(name));
    }
  }

  private static boolean sm3() {
    SM3Digest digest = new SM3Digest();
    digest.update(text("abc"), 0, 3);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return HEX.formatHex(hash)
        .equals("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  }

  private static boolean hmacSm3() {
    byte[] key = HEX.parseHex("0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20");
    byte[] half = text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq");
    return HEX.formatHex(new ChineseAlgorithms().keyedHash(key).of(half, half))
        .equals("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
  }

  private static boolean hmacSha256() {
    return HEX.formatHex(
            new InternationalAlgorithms()
                .keyedHash(text("Jefe"))
                .of(text("what do ya want "), text("for nothing?")))
        .equals("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  private static boolean sm2() {
    byte[] key =
        HEX.parseHex(
            "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    byte[] signature =
        HEX.parseHex(
            "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
                + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa");
    Algorithms sm = new ChineseAlgorithms();
    return sm.verify(key, text("message digest"), signature)
        && !sm.verify(key, text("message digesT"), signature);
  }

  private static boolean ed25519() {
    Algorithms intl = new InternationalAlgorithms();
    byte[] secret =
        HEX.parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    byte[] signature = intl.sign(secret, new byte[0]);
    return HEX.formatHex(signature)
            .equals(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                    + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
        && intl.verify(intl.publicKey(secret), new byte[0], signature)
        && !intl.verify(intl.publicKey(secret), text("x"), signature);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
