package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

@OnPostgres
class OwnSessionsTests {

  private static final String OWN = "/api/v1/own-sessions";
  private static final String OFFICE =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
  private static final String PHONE =
      "Mozilla/5.0 (Linux; Android 14; HONOR) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile"
          + " Safari/537.36";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private Desk at(String agent, String username) {
    return new Desk(port).with("User-Agent", agent).as(username);
  }

  private static JsonNode other(Desk desk) {
    for (JsonNode one : desk.get(OWN).json()) {
      if (!one.get("current").asBoolean()) {
        return one;
      }
    }
    throw new AssertionError("only one session");
  }

  @Test
  void users_see_where_they_are_signed_in_and_which_one_this_is() {
    Desk office = at(OFFICE, "deputy");
    at(PHONE, "deputy");
    JsonNode all = office.get(OWN).json();
    assertThat(all).hasSize(2);
    List<String> browsers = new ArrayList<>();
    for (JsonNode one : all) {
      browsers.add(one.get("browser").asString() + one.get("current").asBoolean());
      assertThat(one.get("address").asString()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
      assertThat(one.get("since").asString()).isNotEmpty();
      assertThat(one.get("lastUsed").asString()).isNotEmpty();
    }
    assertThat(browsers).containsExactlyInAnyOrder("Edge Windowstrue", "Chrome Androidfalse");
  }

  @Test
  void what_names_a_session_does_not_open_it() {
    Desk office = at(OFFICE, "mayor");
    String answer = office.get(OWN).text();
    jdbc.sql("select trim(session_id) from identity.session where principal_name = 'mayor'")
        .query(String.class)
        .list()
        .forEach(id -> assertThat(answer).doesNotContain(id));
  }

  @Test
  void one_is_ended_at_once_and_the_audit_has_it_while_this_one_goes_on() {
    Desk office = at(OFFICE, "checker");
    Desk phone = at(PHONE, "checker");
    String handle = other(office).get("handle").asString();
    assertThat(office.delete(OWN + "/" + handle).status()).isEqualTo(204);
    assertThat(phone.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(office.get("/api/v1/session").status()).isEqualTo(200);
    assertThat(office.delete(OWN + "/" + handle).status()).isEqualTo(404);
    assertThat(
            jdbc.sql(
                    """
                    select why from audit.entry where who = 'checker' and deed = 'session.end-other'
                    """)
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .contains("Chrome Android");
  }

  @Test
  void all_others_are_ended_together() {
    Desk office = at(OFFICE, "township");
    List<Desk> others = List.of(at(PHONE, "township"), at(PHONE, "township"));
    assertThat(office.delete(OWN).status()).isEqualTo(204);
    others.forEach(one -> assertThat(one.get("/api/v1/session").status()).isEqualTo(401));
    assertThat(office.get(OWN).json()).hasSize(1);
  }

  @Test
  void nobody_ends_somebody_else_s_or_sees_them() {
    Desk leader = at(OFFICE, "leader");
    at(PHONE, "leader");
    String handle = other(leader).get("handle").asString();
    Desk village = at(PHONE, "village");
    assertThat(village.get(OWN).text()).doesNotContain(handle);
    assertThat(village.delete(OWN + "/" + handle).status()).isEqualTo(404);
    assertThat(village.delete(OWN).status()).isEqualTo(204);
    assertThat(leader.get(OWN).json()).hasSize(2);
    assertThat(new Desk(port).get(OWN).status()).isEqualTo(401);
  }

  @Test
  void the_security_administrator_ends_those_of_an_account_which_may_sign_in_again() {
    Desk bureau = at(OFFICE, "bureau");
    Desk security = new Desk(port).as("security");
    assertThat(security.delete("/api/v1/accounts/bureau/sessions").status()).isEqualTo(204);
    assertThat(bureau.get("/api/v1/session").status()).isEqualTo(401);
    assertThat(bureau.as("bureau").get("/api/v1/session").status()).isEqualTo(200);
    assertThat(security.delete("/api/v1/accounts/security/sessions").status()).isEqualTo(409);
    assertThat(security.delete("/api/v1/accounts/nobody/sessions").status()).isEqualTo(404);
    assertThat(
            jdbc.sql("select object from audit.entry where deed = 'account.sign-out'")
                .query(String.class)
                .list())
        .containsExactly("account:bureau");
  }
}
