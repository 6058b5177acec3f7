package org.yimen.casework.assignment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.Step;
import org.yimen.casework.TakeStep;
import org.yimen.casework.bulk.BulkDeed;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import org.yimen.platform.ProblemType;

/**
 * Names the two who are to visit a family (民发〔2021〕57号 第十六条), one family or many. Whoever visits
 * instead of them is not kept from it: a visit says who was there.
 */
@Component
class AssignCase implements BulkDeed {

  private static final ProblemType OUT_OF_REACH =
      new ProblemType("investigator-out-of-reach", HttpStatus.CONFLICT, "不能派给这位调查人员");
  private static final int TWO = 2;

  private final TakeStep steps;
  private final Investigators investigators;
  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  AssignCase(
      TakeStep steps, Investigators investigators, JdbcClient jdbc, Access access, Clock clock) {
    this.steps = steps;
    this.investigators = investigators;
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** Assigns the family to them; whoever it was assigned to before no longer has it. */
  void assign(long id, List<String> usernames) {
    Application application = steps.begin(id, Step.ASSIGN);
    List<Investigators.Investigator> chosen = chosen(usernames, application.area());
    List<String> now = holders(id);
    if (now.size() == TWO && now.containsAll(usernames)) {
      return;
    }
    end(id, usernames);
    usernames.stream().filter(one -> !now.contains(one)).forEach(one -> begin(id, one));
    steps.done(application, Step.ASSIGN, application.state(), names(chosen));
  }

  private static String names(List<Investigators.Investigator> chosen) {
    return chosen.stream().map(Investigators.Investigator::name).collect(Collectors.joining("、"));
  }

  /** The two, who must be able to visit in this area; empty: anywhere in the user's own. */
  private List<Investigators.Investigator> chosen(List<String> usernames, String area) {
    if (usernames.stream().distinct().count() != TWO) {
      throw ProblemType.INVALID_REQUEST.because("入户调查不得少于两人，请选择两位不同的调查人员（民发〔2021〕57号第十六条）。");
    }
    List<Investigators.Investigator> able = investigators.of(area);
    List<Investigators.Investigator> chosen = new ArrayList<>();
    for (String username : usernames) {
      chosen.add(
          able.stream()
              .filter(one -> one.username().equals(username))
              .findFirst()
              .orElseThrow(
                  () ->
                      OUT_OF_REACH.because(
                          "%s 不在岗、没有入户调查权限，或者管辖范围不含本户所在地。请改派本乡镇（街道）、本村的调查人员。"
                              .formatted(username))));
    }
    return chosen;
  }

  private List<String> holders(long id) {
    return jdbc.sql(
            """
            select investigator from casework.assignment
            where application = :id and ended_at is null
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  private void end(long id, List<String> but) {
    jdbc.sql(
            """
            update casework.assignment set ended_at = :at
            where application = :id and ended_at is null and investigator not in (:but)
            """)
        .param("at", Timestamp.from(clock.instant()))
        .param("id", id)
        .param("but", but)
        .update();
  }

  private void begin(long id, String investigator) {
    jdbc.sql(
            """
            insert into casework.assignment (application, investigator, assigned_at, assigned_by)
            values (:id, :investigator, :at, :by)
            """)
        .param("id", id)
        .param("investigator", investigator)
        .param("at", Timestamp.from(clock.instant()))
        .param("by", access.user().username())
        .update();
  }

  @Override
  public String code() {
    return "assign";
  }

  @Override
  public String title() {
    return "派单";
  }

  @Override
  public Permission permission() {
    return Permission.CASE_ASSIGN;
  }

  @Override
  public String titleOf(List<String> parameters) {
    return "派单：" + names(chosen(parameters, ""));
  }

  @Override
  public void doOne(long application, List<String> parameters) {
    assign(application, parameters);
  }

  @Override
  public String obstacle() {
    return """
        case
          when a.state <> 'accepted' then '现在不是“调查核实”，不用入户'
          when (select count(*) from %s c
            where c.username = any(:parameters::text[]) and starts_with(a.area, c.area)) < 2
            then '所选调查人员的管辖范围不含本户所在地'
          when (select count(*) from casework.assignment g where g.application = a.id
            and g.ended_at is null and g.investigator = any(:parameters::text[])) = 2 then '已经派给这两人'
          else '' end
        """
        .formatted(Investigators.ALL);
  }
}
