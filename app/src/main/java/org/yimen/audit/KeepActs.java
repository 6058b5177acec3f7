package org.yimen.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.identity.Act;

/**
 * Appends what is told to a chain, in the transaction that does it: if it can't be kept, it isn't
 * done or read. What was refused, and what goes out while it is read, is kept in a transaction of
 * its own before.
 */
@Component
class KeepActs {

  private record Head(int part, long seq, byte[] hash) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final TransactionTemplate same;
  private final TransactionTemplate own;

  KeepActs(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.same = new TransactionTemplate(transactions);
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  @EventListener
  void keep(Act act) {
    (act.done() && !act.deed().leavesAtOnce() ? same : own)
        .executeWithoutResult(status -> append(act));
  }

  private void append(Act act) {
    Head head =
        jdbc.sql(
                """
                select part, seq, hash from audit.head
                order by part limit 1 for update skip locked
                """)
            .query(KeepActs::head)
            .single();
    Chain.Entry entry =
        new Chain.Entry(
            head.part(),
            head.seq() + 1,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            act.who(),
            act.unit(),
            act.role(),
            act.deed().code(),
            act.object(),
            act.why(),
            act.done());
    write(entry, Chain.hash(head.hash(), entry));
  }

  private void write(Chain.Entry entry, byte[] hash) {
    String both =
        """
        with kept as (
          insert into audit.entry (part, seq, at, who, unit, role, deed, object, why, done, hash)
          values (:part, :seq, :at, :who, :unit, :role, :deed, :object, :why, :done, :hash))
        update audit.head set seq = :seq, hash = :hash where part = :part
        """;
    jdbc.sql(both)
        .param("part", entry.part())
        .param("seq", entry.seq())
        .param("at", Timestamp.from(entry.at()))
        .param("who", entry.who())
        .param("unit", entry.unit())
        .param("role", entry.role())
        .param("deed", entry.deed())
        .param("object", entry.object())
        .param("why", entry.why())
        .param("done", entry.done())
        .param("hash", hash)
        .update();
  }

  private static Head head(ResultSet row, int number) throws SQLException {
    return new Head(row.getInt("part"), row.getLong("seq"), row.getBytes("hash"));
  }
}
