package org.yimen.registry;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a delivery's rows, from the first to the last, brought into the register and changed in it,
 * to be taken back as a whole within the running transaction:
 *
 * <ul>
 *   <li>its facts, spellings and memberships, and the persons and households that nothing else is
 *       known of, are removed;
 *   <li>what it filled in, overruled or ended becomes what it was before, unless something later
 *       has changed it again, which {@link #changedSince} tells beforehand.
 * </ul>
 */
public final class DeliveryEffects {

  private final JdbcClient jdbc;
  private final long first;
  private final long last;

  private DeliveryEffects(JdbcClient jdbc, long first, long last) {
    this.jdbc = jdbc;
    this.first = first;
    this.last = last;
  }

  /** Of the source rows between first and last, both included. */
  public static DeliveryEffects of(JdbcClient jdbc, long first, long last) {
    return new DeliveryEffects(jdbc, first, last);
  }

  /** Households that nobody but this delivery has put anybody into. */
  public List<Long> ownHouseholds() {
    return step(DeliveryEffectsSql.OWN_HOUSEHOLDS).query(Long.class).list();
  }

  /** Source rows whose delivery or decision has since changed what this one changed. */
  public List<Long> changedSince() {
    return step(DeliveryEffectsSql.CHANGED_SINCE).query(Long.class).list();
  }

  /**
   * Takes all of it back.
   *
   * @param founded persons whom its rows founded and nothing else refers to
   * @param today as of when the households' current lists are made again
   */
  public void takeBack(List<Long> founded, LocalDate today) {
    jdbc.sql(DeliveryEffectsSql.TOUCHED_TABLE).update();
    for (String step : DeliveryEffectsSql.TAKE_BACK) {
      step(step).update();
    }
    jdbc.sql("delete from registry.person where id = any(:founded)")
        .param("founded", founded.toArray(Long[]::new))
        .update();
    CurrentLists.refresh(jdbc, today);
    jdbc.sql(RegisterSql.CHANGED_NOW).update();
  }

  private JdbcClient.StatementSpec step(String sql) {
    return jdbc.sql(sql).param("first", first).param("last", last);
  }
}
