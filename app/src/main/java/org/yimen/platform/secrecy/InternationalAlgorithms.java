package org.yimen.platform.secrecy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** AES-256 in GCM (NIST SP 800-38D), HMAC with SHA-256 (RFC 2104), Ed25519 (RFC 8032). */
final class InternationalAlgorithms implements Algorithms {

  static final int NUMBER = 2;
  static final String CODE = "intl";

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
    return new Aes(new SecretKeySpec(secret, "AES"));
  }

  @Override
  public KeyedHash keyedHash(byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return parts -> {
        for (byte[] part : parts) {
          mac.update(part);
        }
        return mac.doFinal();
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] sign(byte[] secret, byte[] message) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(secret));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  @Override
  public byte[] publicKey(byte[] secret) {
    return new Ed25519PrivateKeyParameters(secret).generatePublicKey().getEncoded();
  }

  @Override
  public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    try {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(false, new Ed25519PublicKeyParameters(publicKey));
      signer.update(message, 0, message.length);
      return signer.verifySignature(signature);
    } catch (IllegalArgumentException e) {
      return false; // no key
    }
  }

  private static final class Aes implements Aead {

    private final SecretKeySpec key;
    private Cipher sealing = cipher();
    private final Cipher opening = cipher();
    private byte[] last = new byte[0];

    Aes(SecretKeySpec key) {
      this.key = key;
    }

    private static Cipher cipher() {
      try {
        return Cipher.getInstance("AES/GCM/NoPadding");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] belongsTo, byte[] plain) {
      if (Arrays.equals(nonce, last)) {
        sealing = cipher(); // it refuses to take a nonce twice, even for the same text
      }
      last = nonce.clone();
      try {
        sealing.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        sealing.updateAAD(belongsTo);
        return sealing.doFinal(plain);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] belongsTo, byte[] sealed) {
      try {
        opening.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
        opening.updateAAD(belongsTo);
        return opening.doFinal(sealed);
      } catch (AEADBadTagException e) {
        throw new Unsealable("not sealed with this key in this place", e);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
