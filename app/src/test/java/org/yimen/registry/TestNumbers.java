package org.yimen.registry;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.yimen.platform.secrecy.Secrecy;

/** Citizen numbers under the keys of the tests, where no application is at hand. */
public final class TestNumbers {

  private TestNumbers() {}

  public static CitizenNumbers of(DataSource dataSource) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    var environment = new MockEnvironment().withProperty("yimen.home", "target/test-home");
    return new CitizenNumbers(jdbc, new Secrecy(jdbc, environment));
  }
}
