package org.yimen.platform.secrecy;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.yimen.platform.testing.TimedRequests;

/**
 * What audit and encryption cost on the register's list, a household's page and a person's page:
 * the same requests of the same durable program with both, with either and with neither, in turns.
 * The switches are parts of this measurement, not of the program: without audit nobody writes acts
 * down; without encryption a sealed value is looked up in memory instead of being opened, as if it
 * were stored plain (it stays some 30 bytes longer). Not a test; run by
 *
 * <pre>{@code
 * mvn -pl policy,linkage,app test -Dtest=MeasureAuditAndSealing -Dyimen.measure.rounds=1000 \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dyimen.web.skip=true
 * }</pre>
 */
class MeasureAuditAndSealing {

  private static final int ROUNDS = Integer.getInteger("yimen.measure.rounds", 1_000);
  private static final int WARMING = Math.min(200, ROUNDS);

  /** What is on in a request. */
  private enum With {
    BOTH(true, true),
    AUDIT(true, false),
    SEALING(false, true),
    NEITHER(false, false);

    private final boolean audit;
    private final boolean sealing;

    With(boolean audit, boolean sealing) {
      this.audit = audit;
      this.sealing = sealing;
    }
  }

  private static volatile With now = With.BOTH;

  /** Keeps acts from whoever writes them down while that is switched off. */
  private static final class AuditSwitch extends SimpleApplicationEventMulticaster {

    @Override
    public void multicastEvent(ApplicationEvent event, ResolvableType type) {
      boolean act =
          event instanceof PayloadApplicationEvent<?> told && told.getPayload() instanceof Act;
      if (now.audit || !act) {
        super.multicastEvent(event, type);
      }
    }
  }

  /** Opens what it has opened before by looking it up, while opening is switched off. */
  private record SealingSwitch(Algorithms real) implements Algorithms {

    private static final Map<ByteBuffer, byte[]> PLAIN = new ConcurrentHashMap<>();

    @Override
    public int number() {
      return real.number();
    }

    @Override
    public String code() {
      return real.code();
    }

    @Override
    public KeyedHash keyedHash(byte[] secret) {
      return real.keyedHash(secret);
    }

    @Override
    public byte[] sign(byte[] secret, byte[] message) {
      return real.sign(secret, message);
    }

    @Override
    public byte[] publicKey(byte[] secret) {
      return real.publicKey(secret);
    }

    @Override
    public boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
      return real.verify(publicKey, message, signature);
    }

    @Override
    public Aead aead(byte[] secret) {
      Aead cipher = real.aead(secret);
      return new Aead() {
        @Override
        public byte[] seal(byte[] nonce, byte[] belongsTo, byte[] plain) {
          return cipher.seal(nonce, belongsTo, plain);
        }

        @Override
        public byte[] open(byte[] nonce, byte[] belongsTo, byte[] sealed) {
          if (now.sealing) {
            return cipher.open(nonce, belongsTo, sealed);
          }
          byte[] known = PLAIN.get(ByteBuffer.wrap(sealed));
          if (known == null) {
            known = cipher.open(nonce, belongsTo, sealed);
            PLAIN.put(ByteBuffer.wrap(sealed), known);
          }
          return known.clone();
        }
      };
    }
  }

  @Test
  void ratios_of_the_same_with_and_without() throws Exception {
    Path home = Files.createTempDirectory("yimen-cost");
    try (ConfigurableApplicationContext program =
        new SpringApplicationBuilder(Yimen.class)
            .initializers(MeasureAuditAndSealing::withAuditSwitch)
            .run(
                "--spring.profiles.active=demo",
                "--yimen.empty=false",
                "--yimen.home=" + home,
                "--server.port=0")) {
      switchSealing(program.getBean(Secrecy.class));
      int port = program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      measure(new Desk(port).as("district"));
    }
  }

  private static void measure(Desk desk) {
    List<Long> households = new ArrayList<>();
    List<Long> persons = new ArrayList<>();
    desk.get("/api/v1/households?limit=50")
        .json()
        .get("items")
        .forEach(item -> households.add(item.get("id").asLong()));
    for (long id : households) {
      desk.get("/api/v1/households/" + id)
          .json()
          .get("members")
          .forEach(member -> persons.add(member.get("id").asLong()));
    }
    measure("register list", n -> desk.get("/api/v1/households?limit=50&offset=" + n % 700));
    measure("household page", n -> desk.get("/api/v1/households/" + of(households, n)));
    measure("person page", n -> desk.get("/api/v1/persons/" + of(persons, n)));
  }

  private static long of(List<Long> ids, int number) {
    return ids.get(number % ids.size());
  }

  private static void withAuditSwitch(ConfigurableApplicationContext context) {
    AuditSwitch multicaster = new AuditSwitch();
    multicaster.setBeanFactory(context.getBeanFactory());
    context.getBeanFactory().registerSingleton("applicationEventMulticaster", multicaster);
  }

  /** Gives the version that seals the ciphers of its twin, which has the switch. */
  private static void switchSealing(Secrecy secrecy) throws ReflectiveOperationException {
    KeyVersion version = secrecy.keys().ring().newest();
    KeyVersion twin =
        new KeyVersion(version.number(), new SealingSwitch(version.algorithms()), version.secret());
    Field tools = KeyVersion.class.getDeclaredField("tools");
    tools.setAccessible(true);
    tools.set(version, tools.get(twin));
  }

  private interface Request {
    Desk.Answer send(int number);
  }

  /** All four ways of one request, who goes first in turn, then the next request. */
  private static void measure(String name, Request request) {
    Map<With, TimedRequests> taken = new EnumMap<>(With.class);
    for (With with : With.values()) {
      taken.put(with, new TimedRequests());
    }
    With[] ways = With.values();
    for (int n = 0; n < ROUNDS + WARMING; n++) {
      for (int i = 0; i < ways.length; i++) {
        now = ways[(n + i) % ways.length];
        int number = n;
        double millis = TimedRequests.time(() -> request.send(number));
        if (n >= WARMING) {
          taken.get(now).add(millis);
        }
      }
    }
    now = With.BOTH;
    print(name, taken);
  }

  private static void print(String name, Map<With, TimedRequests> taken) {
    TimedRequests neither = taken.get(With.NEITHER);
    for (With with : With.values()) {
      TimedRequests these = taken.get(with);
      System.out.printf(
          Locale.ROOT,
          "%s, %s: %.2f ms (median of %d); to neither: medians %.3f, lower quartiles %.3f, lower deciles %.3f%n",
          name,
          with.name().toLowerCase(Locale.ROOT),
          these.at(0.5),
          ROUNDS,
          these.at(0.5) / neither.at(0.5),
          these.at(0.25) / neither.at(0.25),
          these.at(0.1) / neither.at(0.1));
    }
  }
}
