package org.yimen.registry;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps {@code household.lists} true: a household is on a list while a fact {@code list.*} of its
 * own or of a present member is open. Facts that end on a day are looked at whenever the day has
 * changed.
 */
@Component
class CurrentLists implements InitializingBean {

  private static final String REFRESH =
      """
      with open_fact as (
        select household, person, substr(kind, 6) as list from registry.fact
        where kind like 'list.%' and (valid_to is null or valid_to > :today)),
      listed as (
        select household, array_agg(distinct list order by list) as lists
        from (
          select household, list from open_fact where household is not null
          union all
          select m.household, f.list
          from open_fact f join registry.membership m on m.person = f.person and m.valid_to is null
        ) told
        group by household)
      update registry.household h set lists = now.lists
      from (
        select coalesce(l.household, old.id) as household, coalesce(l.lists, '{}') as lists
        from listed l
        full join (select id from registry.household where lists <> '{}') old on old.id = l.household
      ) now
      where h.id = now.household and h.lists <> now.lists
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile @Nullable LocalDate done;

  CurrentLists(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Brings the lists of all households up to a day, in the running transaction. */
  static void refresh(JdbcClient jdbc, LocalDate today) {
    jdbc.sql(REFRESH).param("today", today).update();
  }

  /** Looks at the wall: a timer until midnight would not notice that the clock was set. */
  @Scheduled(fixedDelay = 5_000)
  void look() {
    LocalDate today = LocalDate.now(clock);
    if (!today.equals(done)) {
      refresh(jdbc, today);
      done = today;
    }
  }

  @Override
  public void afterPropertiesSet() {
    look();
  }
}
