package org.yimen.exchange.outward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Law;
import org.yimen.policy.facts.Household;

/** The year's income line of 防止返贫监测 (中农组发〔2021〕7号) as it holds in an area today. */
@Component
class IncomeLines {

  private final LawInForce law;
  private final Clock clock;

  IncomeLines(LawInForce law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** Lines of one day, each looked up once. */
  record Today(LocalDate day, Law law, Map<String, Optional<BigDecimal>> known) {

    /** In yuan a head and year; empty where the law has none for the area. */
    Optional<BigDecimal> of(String area) {
      return known.computeIfAbsent(
          area,
          at ->
              Optional.ofNullable(
                      law.parameter("watch.incomeLine", day, at, Household.Residence.RURAL))
                  .map(found -> new BigDecimal(found.value().toString())));
    }
  }

  Today today() {
    return new Today(LocalDate.now(clock), law.law(), new HashMap<>());
  }
}
