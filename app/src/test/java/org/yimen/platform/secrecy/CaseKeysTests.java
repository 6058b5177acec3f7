package org.yimen.platform.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.FieldDesk;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;

/** What a phone was given and sends is sealed anew with everything else. */
@OnPostgres
class CaseKeysTests {

  @Autowired ApplicationContext context;
  @Autowired Secrecy secrecy;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @LocalServerPort int port;

  private List<Integer> versions(String query) {
    return jdbc.sql(query).query(Integer.class).list();
  }

  @Test
  void changing_the_keys_seals_photos_and_downloads_anew_and_they_still_open() {
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    long id = cases.accepted();
    Desk desk = new Desk(port).as("village");
    UUID photo = UUID.randomUUID();
    desk.put(FieldDesk.attachment(id, photo), "image/jpeg", FieldDesk.jpeg("院子"));
    desk.post("/api/v1/field/downloads", Map.of("purpose", "入户调查", "applications", List.of(id)));
    int old = secrecy.keys().ring().newest().number();
    List<String> told = new ArrayList<>();
    int now =
        context.getBean(ChangeKeys.class).to("", context.getBean(DataSource.class), told::add);
    assertThat(now).isGreaterThan(old);
    assertThat(desk.get(FieldDesk.attachment(id, photo)).bytes()).isEqualTo(FieldDesk.jpeg("院子"));
    assertThat(versions("select get_byte(answers, 2) from casework.download")).containsOnly(now);
    assertThat(told).anyMatch(line -> line.contains("照片与签名"));
    assertThat(told).anyMatch(line -> line.contains("下载到手机的内容"));
  }
}
