package org.yimen.eligibility.values;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.eligibility.whatif.RunWhatIf;
import org.yimen.identity.CurrentUser;
import org.yimen.policy.Law;
import org.yimen.policy.text.BadFile;

/**
 * Determines everybody again by the law without a value and with it, on the same facts, and keeps
 * whom it touches: before it is decided as a preview, after it as the record.
 */
@Component
class TryValue {

  private final RunWhatIf run;
  private final LawInForce inForce;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  TryValue(
      RunWhatIf run,
      LawInForce inForce,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.run = run;
    this.inForce = inForce;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Keeps whom a value that has just come in force touches, and tells everybody of it. */
  void inForce(ProposedValues.Proposed value, CurrentUser by) {
    run(value, by.displayName());
    events.publishEvent(new ValueInForce(value.validFrom(), value.validTo(), by.username()));
  }

  /** What a trial was worked out from; {@code sameRegister}: nobody has changed it since. */
  private record Basis(String law, LocalDate asOf, boolean sameRegister) {}

  /**
   * What has changed since an open value was tried, so that its effects may be others; null where
   * nothing has, or where the value is decided.
   */
  @Nullable String changedSince(ProposedValues.Proposed value, long trial) {
    if (value.inForce() != null) {
      return null;
    }
    Basis basis =
        jdbc.sql(
                """
                select w.law, w.as_of, coalesce(w.register_at = l.at, false) as same_register
                from eligibility.what_if w cross join registry.last_change l where w.id = :trial
                """)
            .param("trial", trial)
            .query(Basis.class)
            .single();
    if (!isBy(basis.law, value)) {
      return "另有参数值生效或规则更新";
    }
    return !basis.sameRegister
        ? "登记数据有更新"
        : basis.asOf.equals(asOf(value)) ? null : "初筛日期已改为 " + asOf(value);
  }

  private boolean isBy(String law, ProposedValues.Proposed value) {
    try {
      return law.equals(Long.toHexString(inForce.with(value.dated()).hash()));
    } catch (BadFile e) {
      return false;
    }
  }

  void run(ProposedValues.Proposed value, String by) {
    if (value.inForce() == null) {
      CheckValue.against(inForce, value.dated());
    }
    Long number = value.number();
    Law without = number != null ? inForce.asOf(number - 1) : inForce.law();
    Law with = number != null ? inForce.asOf(number) : inForce.with(value.dated());
    String parameter = with.parameterTitle(value.parameter());
    String shown = TypedValue.shown(with.parameters().find(value.parameter()), value.value());
    run.between(
        new RunWhatIf.Trial(
            parameter + " " + shown,
            asOf(value),
            Map.of(value.parameter(), shown),
            List.of(),
            by,
            value.id()),
        without,
        with);
  }

  /** The day of the last screening, or the nearest to it on which the value holds. */
  private LocalDate asOf(ProposedValues.Proposed value) {
    LocalDate day =
        jdbc.sql(
                """
                select r.as_of from eligibility.current_run c
                join eligibility.screening_run r on r.id = c.run
                """)
            .query(LocalDate.class)
            .optional()
            .orElseGet(() -> LocalDate.now(clock));
    LocalDate to = value.validTo();
    if (day.isBefore(value.validFrom())) {
      return value.validFrom();
    }
    return to != null && to.isBefore(day) ? to : day;
  }
}
