package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.yimen.platform.production.SafetyCheck;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** While the issuer doesn't answer, the program starts and its own passwords go on. */
@OnPostgres
@TestPropertySource(
    properties = {
      "yimen.oidc.issuer=http://localhost:1",
      "yimen.oidc.client-id=yimen",
      "yimen.oidc.client-secret=secret",
      "yimen.site=https://yimen.example"
    })
class IssuerAwayTests {

  @LocalServerPort int port;
  @Autowired List<SafetyCheck> checks;

  @Test
  void production_mode_wants_it_encrypted() {
    assertThat(checks.stream().flatMap(check -> check.findings().stream()))
        .anyMatch(told -> told.contains("统一身份认证不经 HTTPS"));
  }

  @Test
  void people_are_told_to_use_their_password() {
    Desk desk = new Desk(port);
    desk.get("/api/v1/session");
    Desk.Answer away = desk.post("/api/v1/session/issuer-question", Map.of());
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.text()).contains("口令").doesNotContain("localhost:1");
    assertThat(desk.signIn("township", Desk.PASSWORD).status()).isEqualTo(200);
  }
}
