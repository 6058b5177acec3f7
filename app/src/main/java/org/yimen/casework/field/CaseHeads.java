package org.yimen.casework.field;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.CaseSecrets;
import org.yimen.identity.Access;

/** What stands on the cover of several cases, read at once; nothing outside the user's area. */
@Component
class CaseHeads {

  private final JdbcClient jdbc;
  private final Access access;
  private final CaseSecrets secrets;

  CaseHeads(JdbcClient jdbc, Access access, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.access = access;
    this.secrets = secrets;
  }

  /**
   * A case.
   *
   * @param due last day of the limit that ends next
   * @param signed kind and name of who has authorised the check, as {@code member:…}
   */
  record Head(
      long id,
      String number,
      String area,
      String village,
      String applicant,
      String phone,
      String appliedFor,
      String state,
      @Nullable Long household,
      LocalDate registeredOn,
      @Nullable LocalDate due,
      Set<String> signed) {}

  List<Head> of(Collection<Long> ids) {
    return jdbc.sql(
            """
            select a.*, coalesce(v.name, '') as village,
              (select min(c.due) from casework.clock c
               where c.application = a.id and c.stopped_on is null) as due,
              array(select s.kind || ':' || s.name from casework.authorisation s
                where s.application = a.id and s.taken_back_at is null) as signed
            from casework.application a
            left join registry.area v on v.code = a.area and v.level = 'village'
            where a.id = any (:ids) and (:scope = '' or starts_with(a.area, :scope))
            order by a.id
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("scope", access.areaPrefix())
        .query((row, n) -> head(row))
        .list();
  }

  private Head head(ResultSet row) throws SQLException {
    String number = row.getString("number");
    String phone = secrets.phone(number, row.getBytes("phone"));
    return new Head(
        row.getLong("id"),
        number,
        row.getString("area"),
        row.getString("village"),
        row.getString("applicant"),
        phone == null ? "" : phone,
        row.getString("applied_for"),
        row.getString("state"),
        row.getObject("household", Long.class),
        row.getObject("registered_at", java.time.OffsetDateTime.class).toLocalDate(),
        row.getObject("due", LocalDate.class),
        Set.of((String[]) row.getArray("signed").getArray()));
  }
}
