package org.yimen.audit;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.yimen.identity.Act;

/** Counts what is done, read and refused by kind, never by whom. */
@Component
class AuditMetrics {

  private final MeterRegistry registry;

  AuditMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void count(Act act) {
    registry
        .counter(
            "yimen.audit.entries", "deed", act.deed().code(), "done", Boolean.toString(act.done()))
        .increment();
  }
}
