package org.yimen.registry;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.yimen.platform.secrecy.Secrecy;

/** An update under the keys of the tests, where no application is at hand. */
public final class TestSecrets {

  private TestSecrets() {}

  public static RegisterUpdate update(DataSource dataSource, RegisterUpdate.Origin origin) {
    JdbcClient jdbc = JdbcClient.create(dataSource);
    var environment = new MockEnvironment().withProperty("yimen.home", "target/test-home");
    Secrecy secrecy = new Secrecy(jdbc, environment);
    return RegisterUpdate.in(
        dataSource, new CitizenNumbers(jdbc, secrecy), new SealedFacts(secrecy), origin);
  }
}
