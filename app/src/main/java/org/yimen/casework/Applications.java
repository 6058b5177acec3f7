package org.yimen.casework;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;
import org.yimen.identity.Deed;
import org.yimen.platform.Problem;
import org.yimen.platform.ProblemType;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.policy.Category;

/** All applications; nothing outside the user's area is found. */
@Component
public class Applications {

  private static final String IN_SCOPE =
      """
      select * from casework.application
      where id = :id and (:scope = '' or starts_with(area, :scope))
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;
  private final SealedField phone;

  Applications(JdbcClient jdbc, Access access, Clock clock, CaseSecrets secrets) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
    this.phone = secrets.phone();
  }

  /** What a new application begins with. */
  record New(String area, @Nullable Long household, Application.Family family) {}

  public Application get(long id) {
    return found(jdbc.sql(IN_SCOPE), id).orElseThrow(Applications::notFound);
  }

  /** The same for its page: the audit is told who read it. */
  Application read(long id) {
    Application application = get(id);
    access.tellRead(Deed.CASE_READ, "application", id);
    return application;
  }

  /** The application, locked until the transaction ends. */
  Application lock(long id) {
    return found(jdbc.sql(IN_SCOPE + " for update"), id).orElseThrow(Applications::notFound);
  }

  static Problem notFound() {
    return ProblemType.NOT_FOUND.because("没有这份申请，或不在您的管辖范围内。请返回申请列表重新查找。");
  }

  private Optional<Application> found(JdbcClient.StatementSpec query, long id) {
    return query
        .param("id", id)
        .param("scope", access.areaPrefix())
        .query(
            (row, n) ->
                Application.of(row, phone.open(row.getString("number"), row.getBytes("phone"))))
        .optional();
  }

  long add(New one) {
    LocalDate today = LocalDate.now(clock);
    Application.Family family = one.family();
    String number = number(one.area(), today.getYear());
    return jdbc.sql(
            """
            insert into casework.application (number, area, household, applicant, phone, handed_in,
              delegate, applied_for, request, relative_of, consent, state, registered_at, registered_by)
            values (:number, :area, :household, :applicant, :phone, :handedIn, :delegate, :appliedFor,
              :request, :relativeOf, :consent, 'received', :at, :by)
            returning id
            """)
        .param("number", number)
        .param("area", one.area())
        .param("household", one.household())
        .param("applicant", family.applicant())
        .param("phone", family.phone().isEmpty() ? null : phone.seal(number, family.phone()))
        .param("handedIn", family.handedIn())
        .param("delegate", family.delegate())
        .param("appliedFor", family.appliedFor().code())
        .param("request", family.request())
        .param("relativeOf", family.relativeOf())
        .param("consent", family.consent())
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .query(Long.class)
        .single();
  }

  /** Numbers of a town go on without a gap; who takes one holds the town's row until committed. */
  private String number(String area, int year) {
    String town = area.length() > 9 ? area.substring(0, 9) : area;
    int number =
        jdbc.sql(
                """
                insert into casework.receipt_number as r (town, year, last) values (:town, :year, 1)
                on conflict (town, year) do update set last = r.last + 1
                returning last
                """)
            .param("town", town)
            .param("year", year)
            .query(Integer.class)
            .single();
    return "%s-%d-%06d".formatted(town, year, number);
  }

  void move(long id, State to) {
    jdbc.sql("update casework.application set state = :state, version = version + 1 where id = :id")
        .param("state", to.code())
        .param("id", id)
        .update();
  }

  void accepted(long id, LocalDate day) {
    jdbc.sql("update casework.application set accepted_on = :day where id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  void transferred(long id, String area) {
    jdbc.sql("update casework.application set area = :area where id = :id")
        .param("area", area)
        .param("id", id)
        .update();
  }

  /** What was proposed for the family. */
  public void proposed(long id, Category category) {
    jdbc.sql("update casework.application set category = :category where id = :id")
        .param("category", category.code())
        .param("id", id)
        .update();
  }

  /** Adds a circumstance that lengthens limits, once. */
  public void circumstance(long id, String circumstance) {
    jdbc.sql(
            """
            update casework.application set circumstances = array_append(circumstances, :one::text)
            where id = :id and not circumstances @> array[:one]::text[]
            """)
        .param("one", circumstance)
        .param("id", id)
        .update();
  }
}
