package org.yimen.eligibility;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.eligibility.inforce.LawInForce;
import org.yimen.policy.Law;
import org.yimen.registry.SealedFacts;

/** Screens in tests, by the rules with the figures of the example district. */
final class Screenings {

  static final Path EXAMPLE = Path.of("../rules/areas/650107-example");

  static final Law LAW = Law.load(List.of(EXAMPLE));

  private Screenings() {}

  static ScreenRegister register(ApplicationContext context) {
    return new ScreenRegister(
        context.getBean(DataSource.class),
        context.getBean(SealedFacts.class),
        context.getBean(TransactionTemplate.class),
        context.getBean(ScreeningRuns.class),
        new LawInForce(LAW, context.getBean(JdbcClient.class)),
        context.getBean(Clock.class));
  }

  static ScreenRegister.Summary run(ApplicationContext context, LocalDate asOf) {
    ScreenRegister.Summary found = register(context).run(asOf, null, (done, total) -> {});
    if (found == null) {
      throw new AssertionError("somebody else screens");
    }
    return found;
  }
}
