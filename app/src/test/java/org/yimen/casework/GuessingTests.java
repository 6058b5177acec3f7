package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.progress.CountTries;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Somebody guesses codes, as fast as they can and from many addresses. */
@OnPostgres
class GuessingTests {

  private static final int GUESSES = 10_000;
  private static final int ADDRESSES = 200;
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired CountTries tries;
  @Autowired MeterRegistry meters;

  @AfterEach
  void now() {
    clock.release();
  }

  private static String letters(Random chance, int length) {
    return chance
        .ints(length, 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(java.util.stream.Collectors.joining());
  }

  private double counted(String outcome) {
    return meters.counter("yimen.progress.tries", "outcome", outcome).count();
  }

  private long toldToAudit() {
    tries.tell();
    return jdbc.sql(
            """
            select coalesce(sum(split_part(why, ' ', 1)::bigint), 0) from audit.entry
            where deed = 'progress.refused' and not done
            """)
        .query(Long.class)
        .single();
  }

  /** Every tenth knows the code and guesses its secret, the others guess both. */
  private Map<String, Integer> guess(String code) {
    Map<String, Integer> answers = new ConcurrentHashMap<>();
    IntStream.range(0, GUESSES)
        .parallel()
        .forEach(
            i -> {
              Random chance = new Random(i);
              Stranger stranger = new Stranger(port, "127.0.2." + (1 + i % ADDRESSES));
              String tried = i % 10 == 0 ? code : letters(chance, 12);
              answers.merge(stranger.look(tried, letters(chance, 8)).said(), 1, Integer::sum);
            });
    return answers;
  }

  @Test
  void ten_thousand_guesses_are_refused_alike_and_counted_and_the_family_still_gets_in() {
    clock.set(LocalDate.of(2025, 10, 13));
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    JsonNode slip =
        cases.as("village").post(CaseDesk.PATH, CaseDesk.application()).json().get("progress");
    String code = slip.get("code").asString();
    String secret = slip.get("secret").asString();
    double refused = counted("refused");
    double shown = counted("shown");
    long told = toldToAudit();

    assertThat(guess(code)).hasSize(1).containsValue(GUESSES);
    assertThat(counted("refused") - refused).isEqualTo(GUESSES);
    assertThat(counted("shown") - shown).isZero();
    assertThat(toldToAudit() - told).isEqualTo(GUESSES);

    Stranger guesser = new Stranger(port, "127.0.2.1");
    Stranger family = new Stranger(port, "127.0.3.1");
    assertThat(family.look(code, secret).status()).isEqualTo(200);
    assertThat(guesser.look(code, secret).said())
        .as("right, but its address has to wait")
        .isEqualTo(guesser.look("0000-0000-0000", "0000-0000").said());
    clock.pass(Duration.ofMinutes(16));
    assertThat(guesser.look(code, secret).status()).as("nobody waits for ever").isEqualTo(200);
  }
}
