package org.yimen.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;
import org.yimen.Yimen;
import org.yimen.identity.Act;
import org.yimen.platform.testing.Desk;

/**
 * What the audit costs on the register's list and on a household's page: the same requests of the
 * same durable program with and without it, in turns. The switch is a part of this measurement, not
 * of the program. Not a test; run by
 *
 * <pre>{@code
 * mvn -pl app -am test -Dtest=AuditCostMeasurement -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class AuditCostMeasurement {

  private static final int PAIRS = Integer.getInteger("yimen.measure.pairs", 1_000);
  private static final int WARMING = 200;
  private static final AtomicBoolean ON = new AtomicBoolean(true);

  /** Keeps acts from whoever writes them down while it is switched off. */
  private static final class Switch extends SimpleApplicationEventMulticaster {

    @Override
    public void multicastEvent(ApplicationEvent event, ResolvableType type) {
      boolean act =
          event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof Act;
      if (ON.get() || !act) {
        super.multicastEvent(event, type);
      }
    }
  }

  @Test
  void ratio_of_the_same_with_and_without_audit() throws Exception {
    Path home = Files.createTempDirectory("yimen-audit-cost");
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Yimen.class)
            .initializers(AuditCostMeasurement::withSwitch)
            .run(
                "--spring.profiles.active=demo",
                "--yimen.empty=false",
                "--yimen.home=" + home,
                "--server.port=0")) {
      int port = program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Desk desk = new Desk(port).as("district");
      List<Long> ids = new ArrayList<>();
      desk.get("/api/v1/households?limit=50")
          .json()
          .get("items")
          .forEach(item -> ids.add(item.get("id").asLong()));
      measure("register list", n -> desk.get("/api/v1/households?limit=50&offset=" + n % 700));
      measure("household page", n -> desk.get("/api/v1/households/" + ids.get(n % ids.size())));
    }
  }

  private static void withSwitch(ConfigurableApplicationContext context) {
    Switch multicaster = new Switch();
    multicaster.setBeanFactory(context.getBeanFactory());
    context.getBeanFactory().registerSingleton("applicationEventMulticaster", multicaster);
  }

  private interface Request {
    Desk.Answer send(int number);
  }

  /** One with, one without, and so on; who goes first alternates too. */
  private static void measure(String name, Request request) {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int n = 0; n < PAIRS + WARMING; n++) {
      for (boolean on : new boolean[] {n % 2 == 0, n % 2 != 0}) {
        ON.set(on);
        double millis = one(request, n);
        if (n >= WARMING) {
          (on ? with : without).add(millis);
        }
      }
    }
    ON.set(true);
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f ms with audit, %.2f without (medians of %d); ratio of medians %.3f, of lower quartiles %.3f, of lower deciles %.3f%n",
        name,
        at(with, 0.5),
        at(without, 0.5),
        PAIRS,
        at(with, 0.5) / at(without, 0.5),
        at(with, 0.25) / at(without, 0.25),
        at(with, 0.1) / at(without, 0.1));
  }

  private static double one(Request request, int number) {
    long begun = System.nanoTime();
    Desk.Answer answer = request.send(number);
    if (answer.status() != 200) {
      throw new AssertionError(answer.text());
    }
    return (System.nanoTime() - begun) / 1e6;
  }

  private static double at(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) (part * (sorted.size() - 1)));
  }
}
