package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.eligibility.evidence.RegisterSnapshot;
import org.yimen.eligibility.indication.IndicateHousehold;
import org.yimen.eligibility.indication.Indication;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.policy.Law;
import org.yimen.registry.SealedFacts;
import tools.jackson.databind.json.JsonMapper;

/** What was determined can be determined again to the byte, whatever has come in force since. */
@OnPostgres
class RepeatDeterminationTests {

  private static final int HOUSEHOLDS = 10_000;
  private static final LocalDate AS_OF = LocalDate.of(2025, 8, 1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @Autowired ScreeningRuns runs;
  @Autowired ReplayScreening replay;
  @Autowired LawInForce inForce;

  @Test
  void ten_thousand_determinations_repeat_to_the_byte_after_a_new_standard(@TempDir Path folder)
      throws Exception {
    new Lorry(context).load(Lorry.district(folder, 23, 11_000).toArray(Path[]::new));
    context.getBean(ScreenRegister.class).run(AS_OF, null, (done, total) -> {});
    ScreeningRuns.Current run = runs.current();
    assertThat(run).isNotNull();
    Map<Long, ByteBuffer> first = determined(inForce.law(), run.factsUntil().toInstant());
    assertThat(first).hasSizeGreaterThanOrEqualTo(HOUSEHOLDS);
    Map<Long, ReplayScreening.Kept> keptBefore = new HashMap<>();
    for (long household : first.keySet().stream().sorted().limit(100).toList()) {
      keptBefore.put(household, replay.kept(run, household, ""));
    }
    putInForce();
    Law then = inForce.asOf(run.valuesUntil());
    assertThat(Long.toHexString(then.hash())).isEqualTo(run.law());
    assertThat(determined(then, run.factsUntil().toInstant())).isEqualTo(first);
    assertThat(determined(inForce.law(), run.factsUntil().toInstant()))
        .as("by the law of now they are others")
        .isNotEqualTo(first);
    for (Map.Entry<Long, ReplayScreening.Kept> one : keptBefore.entrySet()) {
      assertThat(one.getValue()).isNotNull();
      ReplayScreening.Replayed again = replay.replayed(run, one.getValue(), one.getKey());
      assertThat(again).isNotNull();
      assertThat(again.same()).as("household %d", one.getKey()).isTrue();
    }
  }

  private void putInForce() {
    ValueDesk values = new ValueDesk(port);
    long id = values.proposed("dibao.standard.rural", "930", "2025-07-01");
    assertThat(values.decided("leader", id, true).status()).isEqualTo(200);
  }

  /** A digest of each household's full determination, what the run keeps of it, and its reason. */
  private Map<Long, ByteBuffer> determined(Law law, Instant until) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    IndicateHousehold indicate = new IndicateHousehold(law, AS_OF, inForce.whenTold());
    Map<Long, ByteBuffer> all = new HashMap<>();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      new RegisterSnapshot(connection, context.getBean(SealedFacts.class), AS_OF, until)
          .read(
              0,
              Long.MAX_VALUE,
              household -> {
                if (!household.members().isEmpty()) {
                  Indication indication = indicate.of(household);
                  digest.update(indication.trace());
                  digest.update(JSON.writeValueAsBytes(indication.reason()));
                  digest.update(JSON.writeValueAsBytes(indicate.explained(household)));
                  all.put(household.id(), ByteBuffer.wrap(digest.digest()));
                }
              });
      connection.rollback();
    }
    return all;
  }
}
