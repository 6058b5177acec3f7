package org.yimen.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** A new district starts from configuration alone. */
@OnPostgres
class BootstrapTests {

  private static final String COUNTY =
      """
      areas:
        - {code: 650199, name: 示例县, level: county}
        - {code: 650199100, name: 示例镇, level: town, parent: 650199}
      units:
        - {code: ex-town, name: 示例镇人民政府, area: 650199100, duties: 受理与核实}
      roles:
        - {code: reader, name: 查阅员, permissions: [register.read]}
      positions:
        - {code: ex-reader, unit: ex-town, name: 查阅, role: reader}
      people:
        - {username: li.ming, name: 李明, position: ex-reader}
      """;

  @LocalServerPort int port;
  @Autowired Bootstrap bootstrap;
  @Autowired JdbcClient jdbc;

  private List<AccountChanges.Made> apply(String text) throws IOException {
    return bootstrap.apply(BootstrapFile.read(new StringReader(text)));
  }

  @Test
  void units_areas_roles_positions_and_people_come_from_the_file_and_only_once()
      throws IOException {
    var made = apply(COUNTY);
    assertThat(made).extracting(AccountChanges.Made::username).containsExactly("li.ming");
    var first = new Desk(port).signIn("li.ming", made.get(0).secret());
    assertThat(first.json().get("next").asString()).isEqualTo("password");
    assertThat(apply(COUNTY)).isEmpty();
    assertThat(
            jdbc.sql("select name from registry.area where code = '650199100'")
                .query(String.class)
                .single())
        .isEqualTo("示例镇");
  }

  @Test
  void a_role_can_not_join_business_and_administration() {
    String joined = COUNTY.replace("[register.read]", "[register.read, accounts.manage]");
    assertThatThrownBy(() -> apply(joined))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("三员");
    String admins = COUNTY.replace("[register.read]", "[audit.read, accounts.manage]");
    assertThatThrownBy(() -> apply(admins)).hasMessageContaining("三员");
  }

  @Test
  void mistakes_are_told_in_words_and_nothing_of_the_file_is_kept() {
    assertThatThrownBy(
            () -> apply(COUNTY.replace("role: reader", "role: nobody").replace("ex-", "wrong-")))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("nobody");
    assertThat(
            jdbc.sql("select count(*) from identity.unit where code = 'wrong-town'")
                .query(Integer.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> apply(COUNTY.replace("position: ex-reader", "positon: ex-reader")))
        .hasMessageContaining("positon");
    assertThatThrownBy(() -> apply("units: [1"))
        .isInstanceOf(PlainFailure.class)
        .hasMessageContaining("格式");
    assertThatThrownBy(
            () -> apply(COUNTY + "  - {username: li.hua, name: 李华, position: ex-reader}\n"))
        .hasMessageContaining("一个岗位同时只由一人担任");
  }
}
