package org.yimen.casework.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.TestClock;

class GuessBrakeTests {

  private static final byte[] CODE = {1};

  private final TestClock clock = new TestClock();
  private GuessBrake brake = new GuessBrake(clock);

  @BeforeEach
  void start() {
    clock.set(LocalDate.of(2026, 3, 2));
    brake = new GuessBrake(clock);
  }

  private boolean wrong(String address, int code) {
    return brake.begin(address, new byte[] {(byte) code, (byte) (code >> 8)}).may();
  }

  /** How long an address waits before its next try, which is wrong again. */
  private long waits(String address, int code) {
    long seconds = 0;
    do {
      clock.pass(Duration.ofSeconds(1));
      seconds++;
    } while (!wrong(address, code));
    return seconds;
  }

  @Test
  void an_address_waits_twice_as_long_each_time_and_never_longer_than_a_quarter_of_an_hour() {
    List<Boolean> free = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      free.add(wrong("10.1.1.1", i));
    }
    assertThat(free).containsOnly(true);
    assertThat(wrong("10.1.1.1", 5)).as("the sixth is looked at, then it waits").isTrue();
    List<Long> waited = new ArrayList<>();
    for (int i = 6; i < 16; i++) {
      waited.add(waits("10.1.1.1", i));
    }
    assertThat(waited).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L);
  }

  @Test
  void tries_while_waiting_make_the_wait_no_longer() {
    for (int i = 0; i < 6; i++) {
      wrong("10.1.1.1", i);
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(wrong("10.1.1.1", i)).isFalse();
    }
    clock.pass(Duration.ofSeconds(2));
    assertThat(wrong("10.1.1.1", 7)).isTrue();
  }

  @Test
  void an_hour_without_a_wrong_try_forgets_them_all() {
    for (int i = 0; i < 20; i++) {
      wrong("10.1.1.1", i);
      clock.pass(Duration.ofMinutes(15));
    }
    clock.pass(Duration.ofHours(1));
    for (int i = 0; i < 5; i++) {
      assertThat(wrong("10.1.1.1", i)).isTrue();
    }
  }

  @Test
  void
      a_code_that_strangers_guess_from_everywhere_still_opens_from_an_address_that_was_not_wrong() {
    for (int i = 0; i < 2_000; i++) {
      brake.begin("10.2.%d.%d".formatted(i / 250, i % 250), CODE);
    }
    assertThat(brake.begin("10.2.0.1", CODE).may()).isFalse();
    GuessBrake.Try family = brake.begin("10.9.9.9", CODE);
    assertThat(family.may()).isTrue();
    brake.right(family);
    assertThat(brake.begin("10.2.0.1", CODE).may()).as("still waits").isFalse();
    assertThat(brake.begin("10.9.9.9", CODE).may()).isTrue();
  }

  @Test
  void a_family_that_was_wrong_once_meanwhile_waits_an_hour_at_most_though_the_guessing_goes_on() {
    brake.begin("10.9.9.9", CODE);
    boolean opened = false;
    for (int minute = 0; minute <= 60 && !opened; minute++) {
      for (int i = 0; i < 400; i++) {
        brake.begin("10.%d.%d.%d".formatted(10 + minute, i / 250, i % 250), CODE);
      }
      clock.pass(Duration.ofMinutes(1));
      opened = brake.begin("10.9.9.9", CODE).may();
    }
    assertThat(opened).isTrue();
  }

  @Test
  void right_tries_are_not_counted_and_do_not_wipe_out_wrong_ones() {
    for (int i = 0; i < 3; i++) {
      wrong("10.1.1.1", i);
    }
    for (int i = 0; i < 50; i++) {
      GuessBrake.Try right = brake.begin("10.1.1.1", CODE);
      assertThat(right.may()).isTrue();
      brake.right(right);
    }
    for (int i = 3; i < 6; i++) {
      wrong("10.1.1.1", i);
    }
    assertThat(wrong("10.1.1.1", 10)).isFalse();
  }

  @Test
  void whoever_has_many_addresses_of_one_network_has_one() {
    assertThat(GuessBrake.network("2001:db8:1:2::1"))
        .isEqualTo(GuessBrake.network("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(GuessBrake.network("2001:db8:1:3::1"));
    assertThat(GuessBrake.network("10.1.1.1")).isNotEqualTo(GuessBrake.network("10.1.1.2"));
  }
}
