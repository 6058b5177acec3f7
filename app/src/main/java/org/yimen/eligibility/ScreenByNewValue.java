package org.yimen.eligibility;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yimen.eligibility.values.ValueInForce;

/**
 * Screens everybody anew when a value has come in force, of the day of the last screening, so that
 * pages show what the new value suggests. Before the first screening there is nothing to renew.
 */
@Component
class ScreenByNewValue {

  private final ScreeningRuns runs;
  private final ScreenInBackground background;
  private final Clock clock;

  ScreenByNewValue(ScreeningRuns runs, ScreenInBackground background, Clock clock) {
    this.runs = runs;
    this.background = background;
    this.clock = clock;
  }

  @EventListener
  void on(ValueInForce value) {
    ScreeningRuns.Current last = runs.current();
    if (last == null) {
      return;
    }
    LocalDate day = last.asOf().isBefore(value.from()) ? value.from() : last.asOf();
    LocalDate to = value.to();
    if (!day.isAfter(LocalDate.now(clock)) && (to == null || !to.isBefore(day))) {
      background.renew(day, value.by());
    }
  }
}
