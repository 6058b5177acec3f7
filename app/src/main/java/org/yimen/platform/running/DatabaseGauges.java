package org.yimen.platform.running;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.yimen.platform.database.DatabaseWatch;

/** Numbers that are read from the database whenever somebody reads the metrics. */
@Component
public class DatabaseGauges {

  private final MeterRegistry registry;
  private final DatabaseWatch watch;

  DatabaseGauges(MeterRegistry registry, DatabaseWatch watch) {
    this.registry = registry;
    this.watch = watch;
    Gauge.builder("yimen.database.up", watch, w -> w.up() ? 1 : 0)
        .description("1 while the database answers")
        .register(registry);
  }

  /** Adds one; it has no value while the database is away. Tags never hold personal data. */
  public void add(
      String name, String description, Supplier<? extends Number> value, String... tags) {
    Gauge.builder(name, () -> watch.up() ? value.get() : Double.NaN)
        .description(description)
        .tags(tags)
        .register(registry);
  }
}
