package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Many applications confirmed by one job. */
@OnPostgres
class BulkConfirmTests extends CaseworkDay {

  private static final String PATH = "/api/v1/bulk-jobs";
  private static final int PATIENCE = 300;

  private long withDistrict() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    return id;
  }

  private void reviewed(long... ids) {
    cases.noticesAreOver(closeNotices);
    for (long id : ids) {
      cases.did("deputy", id, "review", Map.of());
    }
  }

  private long begun(List<Long> ids) {
    var answer = cases.as("district").post(PATH, Map.of("kind", "confirm", "ids", ids));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asLong();
  }

  private JsonNode over(long job) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      JsonNode found = cases.as("district").get(PATH + "/" + job).json();
      if (!found.get("finishedAt").isNull()) {
        return found;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("job " + job + " does not end");
  }

  private long decisions() {
    return jdbc.sql("select count(*) from casework.decision").query(Long.class).single();
  }

  @Test
  void what_can_be_confirmed_is_and_what_cannot_says_why() throws Exception {
    long one = withDistrict();
    long two = withDistrict();
    reviewed(one, two);
    long early = cases.accepted();
    List<Long> ids = List.of(one, two, early);
    JsonNode foretold =
        cases.as("district").post(PATH + "/check", Map.of("kind", "confirm", "ids", ids)).json();
    assertThat(foretold.get("ready").asInt()).isEqualTo(2);
    assertThat(foretold.get("obstacles").get(0).get("why").asString()).contains("待审核确认");

    long job = begun(ids);
    JsonNode end = over(job);
    assertThat(end.get("done").asInt()).isEqualTo(2);
    assertThat(end.get("refused").asInt()).isEqualTo(1);
    assertThat(cases.state(one)).isEqualTo("confirmed");
    assertThat(decisions()).isEqualTo(2);
    JsonNode refused =
        cases.as("district").get(PATH + "/" + job + "/rows?outcome=refused").json().get("items");
    assertThat(refused.get(0).get("why").asString()).contains("不能“确认”");
    assertThat(cases.as("district").get(PATH + "/" + job + "/rows.csv").text())
        .contains("已办理")
        .contains("未办成");

    over(begun(List.of(one)));
    assertThat(decisions()).as("confirmed once").isEqualTo(2);
  }

  @Test
  void a_right_that_was_taken_away_stops_the_rows_that_are_left() throws Exception {
    long one = withDistrict();
    reviewed(one);
    jdbc.sql(
            """
            with j as (
              insert into casework.bulk_job (kind, who, position, area, begun_at)
              values ('confirm', 'district', 'of-somebody-else', '650107', now()) returning id)
            insert into casework.bulk_row (job, application) select j.id, :id from j
            """)
        .param("id", one)
        .update();
    long job = jdbc.sql("select max(id) from casework.bulk_job").query(Long.class).single();
    over(job);
    assertThat(cases.state(one)).isEqualTo("withDistrict");
    assertThat(
            jdbc.sql("select why from casework.bulk_row where job = :job")
                .param("job", job)
                .query(String.class)
                .single())
        .contains("已离开原岗位");
  }

  @Test
  void nobody_refuses_in_bulk_nor_begins_without_the_right_nor_sees_the_jobs_of_others()
      throws Exception {
    Map<String, Object> waiting = Map.of("state", List.of("withDistrict"));
    Map<String, Object> refusing = Map.of("kind", "refuse", "filter", waiting);
    assertThat(cases.as("district").post(PATH, refusing).text()).contains("只能逐户办理");
    Map<String, Object> confirming = Map.of("kind", "confirm", "filter", waiting);
    assertThat(cases.as("township").post(PATH, confirming).status()).isEqualTo(403);
    assertThat(cases.as("district").post(PATH, confirming).text()).contains("没有选中任何申请");
    assertThat(cases.as("district").post(PATH, Map.of("kind", "confirm")).text())
        .as("neither ids nor a filter are not all")
        .contains("没有选中任何申请");
    long job = begun(List.of(cases.accepted()));
    assertThat(cases.as("mayor").get(PATH + "/" + job).status()).isEqualTo(404);
    over(job);
    assertThat(cases.as("district").post(PATH + "/" + job + "/stop", Map.of()).status())
        .isEqualTo(400);
  }
}
