package org.yimen.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Deed;
import org.yimen.identity.RecordViews;

/** Gathers looks by unit: no name of anybody, and no reason in somebody's own words. */
@Component
class Looks implements RecordViews {

  private static final String[] CODES =
      Arrays.stream(Deed.values()).filter(Deed::isLook).map(Deed::code).toArray(String[]::new);

  private final JdbcClient jdbc;

  Looks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Look> of(long application, @Nullable Long household) {
    return jdbc.sql(
            """
            select e.unit, e.deed, count(*) as times,
              min((e.at at time zone 'Asia/Shanghai')::date) as first,
              max((e.at at time zone 'Asia/Shanghai')::date) as last
            from audit.entry e
            where e.done and e.deed = any(:looks) and e.object in (
              select 'application:' || :application
              union all select 'household:' || cast(:household as bigint)
              union all select 'person:' || m.person from registry.membership m
                where m.household = cast(:household as bigint) and m.valid_to is null)
            group by e.unit, e.deed order by max(e.at) desc, e.unit, e.deed
            """)
        .param("looks", CODES)
        .param("application", application)
        .param("household", household)
        .query(Looks::look)
        .list();
  }

  private static Look look(ResultSet row, int number) throws SQLException {
    String code = row.getString("deed");
    Deed deed =
        Arrays.stream(Deed.values()).filter(one -> one.code().equals(code)).findAny().orElseThrow();
    return new Look(
        row.getString("unit"),
        deed,
        row.getObject("first", LocalDate.class),
        row.getObject("last", LocalDate.class),
        row.getInt("times"));
  }
}
