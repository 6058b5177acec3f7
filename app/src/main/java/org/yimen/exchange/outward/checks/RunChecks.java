package org.yimen.exchange.outward.checks;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yimen.identity.Access;

/** Asks every check of all staged families: one statement a check, however many families. */
@Component
public class RunChecks {

  /** How many of a family's members are what. */
  static final String COUNTS =
      """
      create temporary table outward_count on commit drop as
      select f.key as family, count(m.*) as members,
        count(*) filter (where m.told->>'labour' in ('ordinary', 'skilled', 'weak')) as able,
        count(*) filter (where m.told->>'labour' = 'none') as unable,
        count(*) filter (where m.told->>'employment' in ('employed', 'selfEmployed')
          or (m.told->>'monthsWorked')::numeric > 0) as working,
        count(*) filter (where m.told->>'workplace' is not null or m.told->>'workplaceText' is not null
          or (m.told->>'monthsWorked')::numeric > 0) as worked,
        count(*) filter (where m.told->>'disabled' = 'true') as disabled,
        count(*) filter (where m.told->>'student' in ('vocational', 'college')) as vocational,
        count(*) filter (where m.told->>'dibaoEnjoyed' <> 'none') as dibao,
        count(*) filter (where m.told->>'tekunEnjoyed' <> 'none') as tekun
      from outward_family f left join outward_member m on m.family = f.key
      group by f.key
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  RunChecks(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Looks at what is staged in the running transaction.
   *
   * @param area what was staged
   * @param system whose checks are asked; null: all
   * @return id of the run, whose findings are in exchange.outward_finding
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public long on(String area, @Nullable String system) {
    jdbc.sql(COUNTS).update();
    jdbc.sql("analyze outward_count").update();
    long run = begin(area, system);
    for (Check check : Checks.ALL) {
      if (system == null || check.system() == null || check.system().equals(system)) {
        Map<String, @Nullable Object> asked = new HashMap<>();
        asked.put("run", run);
        asked.put("code", check.code());
        asked.put("level", check.level());
        asked.put("system", system);
        asked.put("day", LocalDate.now(clock));
        jdbc.sql(check.sql()).params(asked).update();
      }
    }
    return run;
  }

  /** The titles of checks that keep a family back, by code. */
  public static Map<String, String> blocking() {
    Map<String, String> titles = new TreeMap<>();
    Checks.ALL.stream()
        .filter(one -> one.level().equals("block"))
        .forEach(one -> titles.put(one.code(), one.title()));
    return titles;
  }

  private long begin(String area, @Nullable String system) {
    return jdbc.sql(
            """
            insert into exchange.outward_check (area, system, at, by, families, members)
            select :area, :system, :at, :by, count(*), coalesce(sum(members), 0) from outward_count
            returning id
            """)
        .param("area", area)
        .param("system", system)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .query(Long.class)
        .single();
  }
}
