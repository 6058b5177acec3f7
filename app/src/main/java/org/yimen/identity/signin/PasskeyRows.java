package org.yimen.identity.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys of accounts. */
@Repository
class PasskeyRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  PasskeyRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A key as its owner sees it. */
  @SuppressWarnings("ArrayRecordComponent")
  record Row(byte[] id, String title, Instant madeAt, @Nullable Instant lastUsedAt) {}

  List<Row> of(String username) {
    return jdbc.sql(
            """
            select id, title, made_at, last_used_at from identity.passkey
            where account = :username order by made_at
            """)
        .param("username", username)
        .query(Row.class)
        .list();
  }

  List<byte[]> ids(String username) {
    return of(username).stream().map(Row::id).toList();
  }

  Optional<Passkeys.Key> find(String username, byte[] id) {
    return jdbc.sql(
            """
            select id, public_key as key, uses from identity.passkey
            where account = :username and id = :id
            """)
        .param("username", username)
        .param("id", id)
        .query(Passkeys.Key.class)
        .optional();
  }

  /** False where the key is somebody's already. */
  boolean add(String username, Passkeys.Key key, String title) {
    return jdbc.sql(
                """
                insert into identity.passkey (id, account, public_key, uses, title, made_at)
                values (:id, :username, :key, :uses, :title, :now) on conflict do nothing
                """)
            .param("id", key.id())
            .param("username", username)
            .param("key", key.key())
            .param("uses", key.uses())
            .param("title", title)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** Keeps how often a key was used; false where it was used meanwhile. */
  boolean used(Passkeys.Key key, long uses) {
    return jdbc.sql(
                """
                update identity.passkey set uses = :uses, last_used_at = :now
                where id = :id and uses = :before
                """)
            .param("uses", uses)
            .param("now", Timestamp.from(clock.instant()))
            .param("id", key.id())
            .param("before", key.uses())
            .update()
        == 1;
  }

  boolean remove(String username, byte[] id) {
    return jdbc.sql("delete from identity.passkey where account = :username and id = :id")
            .param("username", username)
            .param("id", id)
            .update()
        == 1;
  }
}
