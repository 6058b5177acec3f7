package org.yimen.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.Lorry;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.policy.Determination;
import org.yimen.policy.Finding;

/** What a run keeps of a household, some bytes, gives back all its reasons. */
@OnPostgres
class ReplayScreeningTests {

  private static final LocalDate AS_OF = LocalDate.of(2025, 8, 1);

  @Autowired ReplayScreening replay;
  @Autowired ScreeningRuns runs;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void screen(
      @TempDir Path folder, @Autowired ApplicationContext context, @Autowired DataSource dataSource)
      throws Exception {
    new Lorry(context).load(Lorry.district(folder, 17, 1_050).toArray(Path[]::new));
    ScreenRegister register = context.getBean(ScreenRegister.class);
    assertThat(register.run(AS_OF, null, (done, total) -> {})).isNotNull();
  }

  @Test
  void a_thousand_traces_replay_to_the_full_determinations() {
    ScreeningRuns.Current run = runs.current();
    assertThat(run).isNotNull();
    List<Long> households =
        jdbc.sql(
                """
                select household from eligibility.current_screening where members > 0
                order by household limit 1000
                """)
            .query(Long.class)
            .list();
    assertThat(households).hasSize(1_000);
    int conditions = 0;
    for (long household : households) {
      ReplayScreening.Kept kept = replay.kept(run, household, "");
      assertThat(kept).isNotNull();
      ReplayScreening.Replayed again = replay.replayed(run, kept, household);
      assertThat(again).isNotNull();
      assertThat(again.same()).as("household %d", household).isTrue();
      assertThat(again.changed()).isFalse();
      assertThat(again.indication().reason()).isEqualTo(kept.reason());
      conditions += agreeing(kept.trace(), again.determination());
    }
    assertThat(conditions).isGreaterThan(20_000);
  }

  /** How many conditions there are, each of which says in full what two bits of the trace say. */
  private static int agreeing(byte[] trace, Determination full) {
    assertThat(full).isNotNull();
    int likely = 1 + trace[0];
    for (int i = 0; i < full.conditions().size(); i++) {
      int bits = trace[likely + (i >> 2)] >> ((i & 3) << 1) & 3;
      Finding kept = bits == 0 ? Finding.NOT_MET : bits == 1 ? Finding.MET : Finding.UNKNOWN;
      assertThat(kept)
          .as(full.conditions().get(i).id())
          .isEqualTo(full.conditions().get(i).result());
    }
    return full.conditions().size();
  }

  @Test
  void a_trace_takes_some_twenty_bytes_a_person() {
    double bytes =
        jdbc.sql(
                """
                select sum(length(trace))::float / sum(members)
                from eligibility.screening_result
                """)
            .query(Double.class)
            .single();
    assertThat(bytes).isBetween(1.0, 30.0);
  }
}
