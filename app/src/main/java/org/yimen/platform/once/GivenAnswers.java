package org.yimen.platform.once;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The answers that were given to requests with a key. They may hold what only the asker may read:
 * they are encrypted with the key, which is known to the asker alone.
 */
@Repository
class GivenAnswers {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Clock clock;

  GivenAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A request with its key.
   *
   * @param content address, query and body
   */
  record Asked(String account, String key, String route, byte[] content) {

    byte[] name() {
      return digest("name", account, key);
    }

    byte[] contentDigest() {
      return digest(
          "content", account, key + "\n" + new String(content, StandardCharsets.ISO_8859_1));
    }

    SecretKeySpec secret() {
      return new SecretKeySpec(digest("secret", account, key), "AES");
    }
  }

  /** What was answered; the content type is empty where there was no body. */
  record Given(int status, String contentType, byte[] body) {}

  /**
   * What was found.
   *
   * @param same whether it was the same request
   */
  record Found(boolean same, byte[] answer) {}

  /** Lets one request with this key be at work until the transaction ends; false for a second. */
  boolean begin(Asked asked) {
    return jdbc.sql("select pg_try_advisory_xact_lock(:number)")
        .param("number", ByteBuffer.wrap(asked.name()).getLong())
        .query(Boolean.class)
        .single();
  }

  Optional<Found> find(Asked asked) {
    return jdbc.sql(
            """
            select route = :route and body_digest = :content as same, answer
            from platform.given_answer where key_digest = :name
            """)
        .param("route", asked.route())
        .param("content", asked.contentDigest())
        .param("name", asked.name())
        .query((row, n) -> new Found(row.getBoolean("same"), row.getBytes("answer")))
        .optional();
  }

  /** Keeps an answer, in the running transaction. */
  void keep(Asked asked, Given given) {
    jdbc.sql(
            """
            insert into platform.given_answer (key_digest, route, body_digest, answer, given_at)
            values (:name, :route, :content, :answer, :at)
            """)
        .param("name", asked.name())
        .param("route", asked.route())
        .param("content", asked.contentDigest())
        .param("answer", seal(asked, given))
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Those that are too old are forgotten; looked at by the clock on the wall. */
  @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
  void forget() {
    jdbc.sql("delete from platform.given_answer where given_at < :before")
        .param("before", OffsetDateTime.now(clock).minus(KEPT))
        .update();
  }

  private static byte[] seal(Asked asked, Given given) {
    byte[] type = given.contentType().getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(8 + type.length + given.body().length);
    plain.putInt(given.status()).putInt(type.length).put(type).put(given.body());
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, asked, nonce, plain.array());
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  static Given open(Asked asked, byte[] answer) {
    byte[] nonce = Arrays.copyOf(answer, NONCE);
    ByteBuffer plain =
        ByteBuffer.wrap(
            cipher(
                Cipher.DECRYPT_MODE,
                asked,
                nonce,
                Arrays.copyOfRange(answer, NONCE, answer.length)));
    int status = plain.getInt();
    byte[] type = new byte[plain.getInt()];
    plain.get(type);
    byte[] body = new byte[plain.remaining()];
    plain.get(body);
    return new Given(status, new String(type, StandardCharsets.UTF_8), body);
  }

  private static byte[] cipher(int mode, Asked asked, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, asked.secret(), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(String use, String account, String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return digest.digest(String.join("\0", use, account, text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
