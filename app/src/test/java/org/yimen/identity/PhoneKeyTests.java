package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

@OnPostgres
class PhoneKeyTests {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private final UUID phone = UUID.randomUUID();

  private Desk.Answer key(Desk desk) {
    return desk.post("/api/v1/phones/%s/key".formatted(phone), Map.of());
  }

  @Test
  void a_phone_has_one_key_which_is_the_same_after_every_sign_in() {
    String first = key(new Desk(port).as("village")).json().get("key").asString();
    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    assertThat(key(new Desk(port).as("village")).json().get("key").asString()).isEqualTo(first);
  }

  @Test
  void somebody_else_does_not_get_it_and_is_told_what_to_do() {
    String first = key(new Desk(port).as("village")).json().get("key").asString();
    Desk.Answer refused = key(new Desk(port).as("township"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text()).contains("清空本机").doesNotContain(first);
  }

  @Test
  void it_lies_sealed_in_the_database_and_nobody_without_a_session_gets_it() {
    byte[] plain =
        Base64.getDecoder().decode(key(new Desk(port).as("village")).json().get("key").asString());
    byte[] kept =
        jdbc.sql("select key from identity.phone_key where phone = :phone")
            .param("phone", phone)
            .query(byte[].class)
            .single();
    assertThat(HexFormat.of().formatHex(kept)).doesNotContain(HexFormat.of().formatHex(plain));
    Desk stranger = new Desk(port);
    stranger.get("/api/v1/session");
    assertThat(key(stranger).status()).isEqualTo(401);
    assertThat(key(new Desk(port).as("audit")).status()).isEqualTo(403);
  }
}
