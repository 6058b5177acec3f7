package org.yimen.identity.phone;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;
import org.yimen.platform.secrecy.Secrecy;

/** One key for each phone, of the user who set the phone up; made once. */
@Component
class PhoneKeys {

  private static final String KEY = "identity.phone_key.key";
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SealedField sealed;
  private final SecureRandom chance = new SecureRandom();

  PhoneKeys(JdbcClient jdbc, Clock clock, Secrecy secrecy) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.sealed = secrecy.field(KEY);
  }

  /** The user's key of a phone; empty where the phone is somebody else's. */
  Optional<byte[]> of(UUID phone, String username) {
    byte[] fresh = new byte[BYTES];
    chance.nextBytes(fresh);
    jdbc.sql(
            """
            insert into identity.phone_key (phone, username, key, made_at)
            values (:phone, :username, :key, :now) on conflict (phone) do nothing
            """)
        .param("phone", phone)
        .param("username", username)
        .param("key", sealed.seal(phone, fresh))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return jdbc.sql(
            "select key from identity.phone_key where phone = :phone and username = :username")
        .param("phone", phone)
        .param("username", username)
        .query(byte[].class)
        .optional()
        .map(kept -> sealed.bytes(phone, kept));
  }

  /** So that these keys are sealed anew when the program's keys change. */
  @Configuration(proxyBeanMethods = false)
  static class Store {

    @Bean
    SealedStore keysOfPhones(
        JdbcTemplate jdbc, PlatformTransactionManager transactions, Secrecy secrecy) {
      return SealedTable.of(
          jdbc,
          transactions,
          new SealedTable.Column(
              "手机密钥",
              "identity.phone_key",
              "phone",
              "uuid",
              "key",
              "update identity.phone_key set key = ? where phone = cast(? as uuid)"),
          secrecy.field(KEY));
    }
  }
}
