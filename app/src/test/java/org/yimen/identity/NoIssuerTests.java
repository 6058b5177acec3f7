package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** Where no issuer is configured, as it is at first. */
@OnPostgres
class NoIssuerTests {

  @LocalServerPort int port;

  @Test
  void nobody_is_sent_to_one_and_no_account_can_be_linked() {
    Desk desk = new Desk(port);
    assertThat(desk.get("/api/v1/about").json().get("issuer").isNull()).isTrue();
    assertThat(desk.post("/api/v1/session/issuer-question", Map.of()).status()).isEqualTo(404);
    assertThat(
            desk.post("/api/v1/session/issuer-answer", Map.of("code", "c", "state", "s")).status())
        .isEqualTo(401);
    Desk.Answer link =
        new Desk(port)
            .as("security")
            .put(
                "/api/v1/accounts/township/link",
                "application/json",
                "{\"subject\":\"x\"}".getBytes());
    assertThat(link.status()).isEqualTo(409);
    assertThat(link.text()).contains("yimen.oidc");
    assertThat(desk.signIn("township", Desk.PASSWORD).status()).isEqualTo(200);
  }
}
