package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** What has to be done until when, at each level, and what was kept. */
@OnPostgres
class DeadlineTests extends CaseworkDay {

  private static final String PATH = "/api/v1/deadlines";

  @BeforeEach
  void begin() {
    cases.accepted();
  }

  private JsonNode list(String user, String query) {
    return cases.as(user).get(PATH + query).json();
  }

  private void on(String day) {
    clock.set(LocalDate.parse(day));
  }

  @Test
  void the_sentence_says_which_limit_since_what_how_long_by_which_article_and_who_has_it() {
    JsonNode first = list("township", "?level=mine").get("items").get(0);
    assertThat(first.get("why").asString())
        .isEqualTo(
            "家庭经济状况调查启动时限：2025-10-13受理，次日起算 3个工作日，2025-10-16 到期（民发〔2021〕57号 第十五条）；还有 3 天，现由乡镇（街道）办理。");
  }

  @Test
  void the_information_check_is_the_districts_though_the_township_has_the_case() {
    long id = cases.accepted("applicant", "古丽巴哈尔·依明");
    cases.authorised(id);
    cases.did("township", id, "check", Map.of());
    String check = "&clock=deadline.informationCheck";
    JsonNode line = list("checker", "?level=mine" + check).get("items").get(0);
    assertThat(line.get("application").asLong()).isEqualTo(id);
    assertThat(line.get("why").asString()).contains("现由区县办理");
    assertThat(list("township", "?level=mine" + check).get("total").asInt()).isZero();
  }

  @Test
  void what_is_late_goes_up_after_one_three_and_five_working_days() {
    String late = "?state=escalated&level=";
    on("2025-10-16");
    assertThat(list("township", "?state=today").get("total").asInt()).isEqualTo(1);
    assertThat(list("deputy", late + "deputy").get("total").asInt()).isZero();
    on("2025-10-17");
    assertThat(list("deputy", late + "mine").get("total").asInt()).isEqualTo(1);
    assertThat(list("mayor", late + "mine").get("total").asInt()).isZero();
    on("2025-10-20");
    assertThat(list("mayor", late + "mine").get("total").asInt())
        .as("a weekend is no working day")
        .isZero();
    on("2025-10-21");
    assertThat(list("mayor", late + "mine").get("total").asInt()).isEqualTo(1);
    assertThat(list("leader", late + "office").get("total").asInt()).isZero();
    on("2025-10-23");
    JsonNode found = list("district", late + "district").get("items").get(0);
    assertThat(found.get("escalatedTo").asString()).isEqualTo("office");
    assertThat(found.get("why").asString()).contains("已逾期 7 天");
    assertThat(list("township", "/counts?level=mine").get("late").asInt()).isEqualTo(1);
    assertThat(list("leader", "/counts?clock=deadline.dibao").get("all").asInt()).isPositive();
    assertThat(list("leader", "/counts?clock=deadline.fieldData").get("all").asInt()).isZero();
  }

  @Test
  void a_special_case_says_what_lengthened_it_and_a_year_without_days_off_is_provisional() {
    on("2026-11-20");
    long id = cases.accepted("applicant", "古丽巴哈尔·依明");
    cases.did(
        "township", id, "circumstances", Map.of("circumstance", "hukouSplit", "because", "户口在外县"));
    String why =
        list("township", "?state=&area=650107200200")
            .get("items")
            .valueStream()
            .filter(one -> one.get("application").asLong() == id)
            .map(one -> one.get("why").asString())
            .filter(one -> one.startsWith("特殊情况"))
            .findAny()
            .orElseThrow();
    assertThat(why).contains("因人户分离，按特殊情况延长。").contains("2027 年").contains("暂定");
  }

  private List<String> running(long id) {
    return cases
        .file(id)
        .json()
        .get("limits")
        .valueStream()
        .filter(one -> one.get("stoppedOn").isNull())
        .map(one -> one.get("name").asString() + " " + one.get("due").asString())
        .toList();
  }

  @Test
  void an_application_that_nobody_accepts_is_late_and_goes_up_too() {
    long id = cases.registered("applicant", "古丽巴哈尔·依明");
    assertThat(running(id)).containsExactly("受理时限 2025-10-16");
    on("2025-10-17");
    JsonNode late =
        list("deputy", "?level=mine&state=escalated")
            .get("items")
            .valueStream()
            .filter(one -> one.get("application").asLong() == id)
            .findAny()
            .orElseThrow();
    assertThat(late.get("why").asString()).contains("受理时限：2025-10-13登记", "已逾期 1 天");
    cases.did("township", id, "missing-papers", Map.of("papers", List.of("户口簿")));
    assertThat(running(id)).as("the family has it").isEmpty();
    on("2025-10-20");
    cases.did("village", id, "papers", Map.of());
    assertThat(running(id)).containsExactly("受理时限 2025-10-23");
    cases.did("township", id, "acceptance", Map.of());
    assertThat(running(id)).noneMatch(one -> one.startsWith("受理时限"));
  }

  @Test
  void only_what_ended_or_is_over_counts_for_the_share_in_time() {
    assertThat(list("township", "/in-time").get(0).get("all").asInt()).as("accepted").isEqualTo(1);
    on("2025-10-17");
    JsonNode share = list("township", "/in-time?from=2025-10-01&to=2025-10-31").get(0);
    assertThat(share.get("name").asString()).isEqualTo("苇子村");
    assertThat(share.get("all").asInt()).as("the whole procedure still runs").isEqualTo(2);
    assertThat(share.get("late").asInt()).isEqualTo(1);
    long other = cases.accepted("applicant", "古丽巴哈尔·依明");
    cases.did("village", other, "withdrawal", Map.of("because", "搬走了"));
    JsonNode both = list("township", "/in-time?from=2025-10-01&to=2025-10-31").get(0);
    assertThat(both.get("all").asInt()).isEqualTo(5);
    assertThat(both.get("percent").asDouble()).isEqualTo(80.0);
    assertThat(list("township", "/in-time?from=2025-11-01&to=2025-11-30")).isEmpty();
  }

  @Test
  void lists_leave_as_tables_and_an_unknown_word_is_told() {
    assertThat(cases.as("township").get(PATH + "/list.csv").text()).contains("次日起算");
    on("2025-10-17");
    assertThat(cases.as("township").get(PATH + "/in-time.csv?by=limit").text())
        .contains("家庭经济状况调查启动时限");
    assertThat(cases.as("township").get(PATH + "?level=boss").text()).contains("level 只能是");
    assertThat(cases.as("township").get(PATH + "/in-time?by=moon").text()).contains("by 只能是");
  }
}
