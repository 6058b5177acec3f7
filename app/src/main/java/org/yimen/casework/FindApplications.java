package org.yimen.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.identity.Access;

/** Finds what a filter asks for within the user's area: the same for lists and for bulk jobs. */
@Component
public class FindApplications {

  /** Applications a with the limit c of each that ends first. */
  public static final String FROM =
      """
      from casework.application a
      left join lateral (
        select name, due, provisional from casework.clock c
        where c.application = a.id and c.stopped_on is null and c.due is not null
        order by c.due limit 1) c on true
      """;

  /** Those of them that are wanted. */
  public static final String WHERE =
      """
      where (:scope = '' or starts_with(a.area, :scope))
        and starts_with(a.area, :area)
        and case :kind when '' then a.kind <> 'takenOver' else a.kind = :kind end
        and (:household = 0 or a.household = :household)
        and (:text = '' or strpos(a.number, :text) > 0 or strpos(a.applicant, :text) > 0)
        and (cardinality(:states::text[]) = 0 or a.state = any(:states))
        and (:late = '' or (:late = 'late' and c.due < :today)
          or (:late = 'today' and c.due = :today)
          or (:late = 'soon' and c.due between :today and :today + 3))
        and (:assigned = '' or (:assigned = 'me') = exists (
          select from casework.assignment g where g.application = a.id and g.ended_at is null
            and (:assigned = 'nobody'
              or identity.now_does(g.investigator, g.assigned_at, :today) = :me)))
      """;

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  FindApplications(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** The query, made of the two above, with all that they ask for. */
  public JdbcClient.StatementSpec bound(String query, ApplicationFilter asked) {
    return jdbc.sql(query)
        .param("scope", access.areaPrefix())
        .param("me", access.user().username())
        .param("area", Objects.requireNonNullElse(asked.area(), ""))
        .param("household", Objects.requireNonNullElse(asked.household(), 0L))
        .param("kind", Objects.requireNonNullElse(asked.kind(), ""))
        .param("text", Objects.requireNonNullElse(asked.text(), "").strip())
        .param(
            "states", Objects.requireNonNullElse(asked.state(), List.of()).toArray(String[]::new))
        .param("late", Objects.requireNonNullElse(asked.late(), ""))
        .param("assigned", Objects.requireNonNullElse(asked.assigned(), ""))
        .param("today", LocalDate.now(clock));
  }
}
