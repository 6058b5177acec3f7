package org.yimen.platform.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;
import org.yimen.platform.database.DatabaseWatch;

/**
 * Gives each application of the tests a database of its own, and each test class that database as
 * it was when the application had started.
 */
public final class FreshDatabase extends AbstractTestExecutionListener {

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Set<String> TEMPLATES = ConcurrentHashMap.newKeySet();

  /** Points an application at a new, empty database. */
  static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      String database = "test" + COUNT.incrementAndGet();
      TestServer.create(database, "template0");
      TestPropertyValues.of(
              "yimen.database.url=" + TestServer.url(database),
              "yimen.database.user=" + TestServer.user(),
              "yimen.database.password=" + TestServer.password(),
              "yimen.test.database=" + database)
          .applyTo(context);
    }
  }

  @Override
  public int getOrder() {
    return 1500; // before the listener that injects into the test
  }

  @Override
  public void beforeTestClass(TestContext test) {
    String database =
        test.getApplicationContext().getEnvironment().getRequiredProperty("yimen.test.database");
    String template = database + "_template";
    if (TEMPLATES.add(database)) {
      TestServer.create(template, database);
    } else {
      TestServer.create(database, template);
    }
    evict(test); // the server has closed the connections of the pool
    awaitUp(test.getApplicationContext().getBean(DatabaseWatch.class));
  }

  /**
   * The program may have looked while its database was being copied, and taken it for an outage.
   */
  private static void awaitUp(DatabaseWatch watch) {
    for (int i = 0; i < 100 && !watch.up(); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static void evict(TestContext test) {
    test.getApplicationContext()
        .getBean(HikariDataSource.class)
        .getHikariPoolMXBean()
        .softEvictConnections();
  }
}
