package org.yimen.identity.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.nayuki.qrcodegen.QrCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;

/** Codes of six digits that change every 30 seconds (RFC 6238), as every phone's app makes them. */
final class Totp {

  private static final int SECONDS = 30;
  private static final int SECRET_BYTES = 20;
  private static final int STEPS_OFF = 1;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();

  private Totp() {}

  static byte[] secret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The secret as people type it into their app. */
  static String text(byte[] secret) {
    return Base32.toBase32String(secret).replace("=", "");
  }

  /** The address that an app reads from the picture. */
  static String address(String username, byte[] secret) {
    return "otpauth://totp/Yimen:%s?secret=%s&issuer=Yimen&algorithm=SHA1&digits=6&period=%d"
        .formatted(URLEncoder.encode(username, StandardCharsets.UTF_8), text(secret), SECONDS);
  }

  static String code(byte[] secret, Instant at) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(secret, CODES.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The time step that a code belongs to: now or one beside it. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    OptionalLong found = OptionalLong.empty();
    long middle = now.getEpochSecond() / SECONDS;
    for (long step = middle - STEPS_OFF; step <= middle + STEPS_OFF; step++) {
      String right = code(secret, Instant.ofEpochSecond(step * SECONDS));
      if (MessageDigest.isEqual(
          right.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** A picture of squares of one unit with a quiet margin of two: size, and the dark ones. */
  record Picture(int size, String path) {}

  static Picture picture(String address) {
    QrCode qr = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < qr.size; y++) {
      for (int x = 0; x < qr.size; x++) {
        if (qr.getModule(x, y)) {
          path.append('M').append(x + 2).append(' ').append(y + 2).append("h1v1h-1z");
        }
      }
    }
    return new Picture(qr.size + 4, path.toString());
  }
}
