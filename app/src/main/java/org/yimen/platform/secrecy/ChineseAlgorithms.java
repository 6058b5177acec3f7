package org.yimen.platform.secrecy;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;

/** SM4 in GCM (GB/T 32907-2016, RFC 8998), HMAC with SM3 (GB/T 32905-2016), SM2 (GB/T 32918.2). */
final class ChineseAlgorithms implements Algorithms {

  static final int NUMBER = 1;
  static final String CODE = "sm";

  private static final int KEY = 16;
  private static final X9ECParameters CURVE = GMNamedCurves.getByName("sm2p256v1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  @Override
  public int number() {
    return NUMBER;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public Aead aead(byte[] secret) {
    return new Sm4(new KeyParameter(secret, 0, KEY));
  }

  @Override
  public KeyedHash keyedHash(byte[] secret) {
    HMac mac = new HMac(new SM3Digest());
    mac.init(new KeyParameter(secret));
    return parts -> {
      for (byte[] part : parts) {
        mac.update(part, 0, part.length);
      }
      byte[] hash = new byte[mac.getMacSize()];
      mac.doFinal(hash, 0);
      return hash;
    };
  }

  @Override
  public byte[] sign(byte[] secret, byte[] message) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    var key = new ECPrivateKeyParameters(scalar(secret), DOMAIN);
    signer.init(true, new ParametersWithRandom(key, Chance.SOURCE));
    signer.update(message, 0, message.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    return DOMAIN.getG().multiply(scalar(secret)).normalize().getEncoded(false);
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      ECPoint point = DOMAIN.getCurve().decodePoint(publicKey);
      SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
      signer.init(false, new ECPublicKeyParameters(point, DOMAIN));
      signer.update(message, 0, message.length);
      return signer.verifySignature(signature);
    } catch (IllegalArgumentException e) {
      return false; // no point of the curve
    }
  }

  /** 1 … n-2, as GB/T 32918.1 wants a private key. */
  private static BigInteger scalar(byte[] secret) {
    BigInteger most = CURVE.getN().subtract(BigInteger.TWO);
    return new BigInteger(1, secret).mod(most).add(BigInteger.ONE);
  }

  /** Reused, as making the key's tables takes longer than sealing a number. */
  private static final class Sm4 implements Aead {

    private final KeyParameter key;
    private GCMModeCipher sealing;
    private final GCMModeCipher opening;
    private byte[] last = new byte[0];

    Sm4(KeyParameter key) {
      this.key = key;
      this.sealing = cipher(true);
      this.opening = cipher(false);
    }

    private GCMModeCipher cipher(boolean seals) {
      GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
      cipher.init(seals, new AEADParameters(key, 8 * TAG, Chance.bytes(NONCE)));
      return cipher;
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] belongsTo, byte[] plain) {
      if (Arrays.equals(nonce, last)) {
        sealing = cipher(true); // it refuses to take a nonce twice, even for the same text
      }
      last = nonce.clone();
      try {
        return run(sealing, true, nonce, belongsTo, plain);
      } catch (InvalidCipherTextException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] belongsTo, byte[] sealed) {
      try {
        return run(opening, false, nonce, belongsTo, sealed);
      } catch (InvalidCipherTextException e) {
        throw new Unsealable("not sealed with this key in this place", e);
      }
    }

    private static byte[] run(
        GCMModeCipher cipher, boolean seals, byte[] nonce, byte[] belongsTo, byte[] in)
        throws InvalidCipherTextException {
      // no key: the one it has
      cipher.init(seals, new AEADParameters(null, 8 * TAG, nonce, belongsTo));
      byte[] out = new byte[cipher.getOutputSize(in.length)];
      int length = cipher.processBytes(in, 0, in.length, out, 0);
      length += cipher.doFinal(out, length);
      return length == out.length ? out : Arrays.copyOf(out, length);
    }
  }
}
