package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yimen.casework.form.FormAnswers;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.registry.CitizenNumbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Families that wait for a visit, what a phone is given of them, and what comes back. */
@OnPostgres
class FieldTests extends CaseworkDay {

  private static final String MOTHER = "650199198805010025";

  private static final String REGISTERED =
      """
      insert into registry.household (id, number, area, address, residence, head)
      values (901, 'h901', '650107200200', '苇子村 12 号', 'rural', 901),
        (902, 'h902', '650107201200', '别处 1 号', 'rural', 902);
      insert into registry.person (id, name, founded_by, birth_date, sex, citizen_number)
      values (901, '阿依古丽·买买提', 'residence', '1988-05-01', 'female', :number),
        (902, '努尔江·艾合买提', 'residence', '2015-09-01', 'male', null);
      insert into registry.membership (household, person, relation, source_row)
      values (901, 901, '02', 1), (901, 902, '20', 1);
      insert into registry.fact (household, kind, code, source_row, source_kind)
      values (901, 'formerlyPoor', null, 1, 'x'), (901, 'housing.grade', 'B', 1, 'x'),
        (901, 'water.quality', 'fail', 1, 'x'), (901, 'risk', 'illness', 1, 'x'),
        (901, 'risk', 'other', 1, 'x');
      insert into registry.fact (person, kind, code, amount, detail, source_row, source_kind)
      values (901, 'wage.base', null, 60050, null, 1, 'x'),
        (901, 'employment', 'employed', null, null, 1, 'x'),
        (901, 'seriousIllness', '尿毒症', null, '尿毒症', 1, 'x'),
        (901, 'property.vehicle', 'car', null, null, 1, 'x'),
        (902, 'student', 'compulsory', null, null, 1, 'x'),
        (902, 'disability', 'physical:2', null, null, 1, 'x')
      """;

  @Autowired CitizenNumbers numbers;
  @Autowired FormAnswers form;
  private FieldDesk phone = new FieldDesk(cases);

  @BeforeEach
  void begin() {
    phone = new FieldDesk(cases);
    jdbc.sql("truncate registry.household, registry.person, registry.membership, registry.fact")
        .update();
    jdbc.sql(REGISTERED).param("number", numbers.sealed(901, MOTHER)).update();
  }

  @Test
  void families_being_investigated_in_the_own_area_wait_the_unvisited_first() {
    long visited = cases.accepted();
    cases.did("village", visited, "visits", cases.visit(CaseDesk.family(600)));
    long waiting = cases.accepted("household", 901L, "phone", "13900000000");
    cases.registered();
    JsonNode tasks = cases.as("village").get("/api/v1/field/tasks").json();
    assertThat(tasks).hasSize(2);
    JsonNode first = tasks.get(0);
    assertThat(first.get("application").asLong()).isEqualTo(waiting);
    assertThat(first.get("village").asString()).isEqualTo("苇子村");
    assertThat(first.get("address").asString()).isEqualTo("苇子村 12 号");
    assertThat(first.get("due").asString()).isEqualTo("2025-10-16");
    assertThat(tasks.get(1).get("lastVisit").get("by").asString()).isEqualTo("示范甲、示范乙");
    clock.set(LocalDate.of(2025, 10, 20));
    assertThat(cases.as("village").get("/api/v1/field/tasks").json().get(0).get("daysLate").asInt())
        .isEqualTo(4);
  }

  @Test
  void what_bureaus_know_stands_in_the_form_with_its_source_and_the_number_masked() {
    long id = cases.accepted("household", 901L, "phone", "13900000000");
    Desk.Answer answer = phone.asked("township", id);
    assertThat(answer.json().get("keepUntil").asString()).isEqualTo("2025-10-20");
    JsonNode family = answer.json().get("families").get(0);
    ObjectNode household = FieldDesk.household(family);
    assertFilled(household);
    assertThat(family.get("sources").get("members[0].birthDate").get("source").asString())
        .isNotEmpty();
    assertThat(family.get("sources").get("phone").get("source").asString()).isEqualTo("申请登记");
    assertThat(family.get("unsigned").toString()).contains("阿依古丽").doesNotContain("努尔江");
    assertThat(form.wrong(household)).isEmpty();
    assertThat(answer.text()).doesNotContain(MOTHER);
  }

  private static void assertFilled(ObjectNode household) {
    assertThat(household.toString())
        .contains(
            "\"residence\":\"rural\"",
            "\"housingGrade\":\"B\"",
            "\"formerlyPoor\":true",
            "\"water\":{\"qualitySafe\":false}",
            "\"risks\":[\"illness\"]",
            "{\"kind\":\"vehicle\",\"type\":\"car\",\"owner\":\"阿依古丽·买买提\"}",
            "\"phone\":\"13900000000\"");
    assertThat(FieldDesk.member(household, 0).toString())
        .contains(
            "\"person\":901",
            "\"relation\":\"applicant\"",
            "\"citizenNumber\":\"650199********0025\"",
            "{\"kind\":\"wage\",\"monthly\":600.5}",
            "\"illness\":\"尿毒症\"");
    assertThat(FieldDesk.member(household, 1).toString())
        .contains(
            "\"relation\":\"son\"",
            "\"student\":\"compulsory\"",
            "{\"category\":\"physical\",\"level\":2}");
  }

  @Test
  void who_may_not_see_illnesses_is_not_given_them_and_does_not_take_them_away() {
    long id = cases.accepted("household", 901L);
    assertThat(phone.taken("village", id).toString()).doesNotContain("尿毒症", "illness");
    JsonNode clerk = phone.taken("township", id);
    ObjectNode first = FieldDesk.household(clerk);
    FieldDesk.member(first, 0).put("citizenNumber", MOTHER);
    phone.sent("township", id, phone.visit(clerk, first));

    JsonNode again = phone.taken("village", id);
    assertThat(again.toString()).doesNotContain("尿毒症", "seriousIllness", MOTHER);
    ObjectNode second = FieldDesk.household(again);
    assertThat(FieldDesk.member(second, 0).get("citizenNumber").asString())
        .isEqualTo("650199********0025");
    second.put("address", "苇子村 13 号");
    JsonNode receipt = phone.sent("village", id, phone.visit(again, second));

    assertThat(receipt.get("conflicts")).isEmpty();
    assertThat(receipt.get("merged").asBoolean()).isFalse();
    JsonNode stands = last(id).get("household");
    assertThat(stands.toString()).contains("尿毒症", MOTHER, "苇子村 13 号");
  }

  @Test
  void of_a_minor_whose_case_is_not_ones_own_nothing_sensitive_is_taken_along() {
    long id = cases.accepted("household", 901L);
    long before = minorsRead();
    JsonNode child = FieldDesk.member(FieldDesk.household(phone.taken("district", id)), 1);
    assertThat(child.toString()).contains("compulsory").doesNotContain("physical");
    assertThat(minorsRead()).isEqualTo(before);
    phone.taken("township", id);
    assertThat(minorsRead()).isEqualTo(before + 1);
  }

  private long minorsRead() {
    return jdbc.sql("select count(*) from audit.entry where deed = 'minor.read'")
        .query(Long.class)
        .single();
  }

  private JsonNode last(long id) {
    JsonNode visits = cases.file(id).json().get("records").get("visits");
    return visits.get(visits.size() - 1);
  }

  @Test
  void who_only_reviews_is_shown_numbers_masked() {
    long id = cases.accepted("household", 901L);
    JsonNode family = phone.taken("township", id);
    ObjectNode told = FieldDesk.household(family);
    FieldDesk.member(told, 0).put("citizenNumber", MOTHER);
    phone.sent("township", id, phone.visit(family, told));
    String path = CaseDesk.PATH + "/" + id;
    assertThat(cases.as("township").get(path).text()).contains(MOTHER);
    assertThat(cases.as("deputy").get(path).text())
        .contains("650199********0025")
        .doesNotContain(MOTHER);
  }

  @Test
  void a_masked_number_left_as_it_is_stays_the_one_of_the_register() {
    long id = cases.accepted("household", 901L);
    JsonNode family = phone.taken("village", id);
    phone.sent("village", id, phone.visit(family, FieldDesk.household(family)));
    assertThat(last(id).get("household").get("members").get(0).get("citizenNumber").asString())
        .isEqualTo(MOTHER);
    assertThat(last(id).get("sent").toString()).contains("650199********0025");
  }

  @Test
  void the_desk_begins_with_the_same_answers_as_the_phone() {
    long id = cases.accepted("household", 901L);
    JsonNode desk = cases.as("village").get(CaseDesk.PATH + "/" + id + "/prefill").json();
    assertThat(desk.get("origin").asString()).isEqualTo("register");
    assertThat(desk.get("household")).isEqualTo(phone.taken("village", id).get("household"));
    assertThat(desk.get("sources").get("address").get("source").asString()).isEqualTo("台账");
    long unknown = cases.accepted();
    JsonNode nothing = cases.as("village").get(CaseDesk.PATH + "/" + unknown + "/prefill").json();
    assertThat(nothing.get("origin").asString()).isEqualTo("nothing");
    assertThat(nothing.get("household").toString()).contains("阿依古丽");
  }

  @Test
  void other_areas_answer_like_what_is_not_there() {
    long own = cases.accepted();
    long foreign = cases.accepted();
    jdbc.sql("update casework.application set area = '650107201200' where id = :id")
        .param("id", foreign)
        .update();
    UUID picture = UUID.randomUUID();
    Desk desk = cases.as("village");
    for (long id : List.of(foreign, 999_999L)) {
      List<Desk.Answer> answers =
          List.of(
              phone.asked("village", own, id),
              desk.get(CaseDesk.PATH + "/" + id + "/prefill"),
              desk.get(CaseDesk.PATH + "/" + id + "/conflicts"),
              desk.get(CaseDesk.PATH + "/" + id + "/attachments"),
              desk.get(FieldDesk.attachment(id, picture)),
              desk.put(FieldDesk.attachment(id, picture), "image/jpeg", FieldDesk.jpeg("x")),
              desk.post(CaseDesk.PATH + "/" + id + "/visits", cases.visit(CaseDesk.family(1))),
              desk.post(
                  CaseDesk.PATH + "/" + id + "/conflicts/1/settlement",
                  Map.of("take", "ours", "because", "核实")));
      List<Integer> statuses = new ArrayList<>();
      answers.forEach(answer -> statuses.add(answer.status()));
      assertThat(statuses).containsOnly(404);
    }
    assertThat(desk.get("/api/v1/field/tasks").json()).hasSize(1);
    assertThat(jdbc.sql("select count(*) from casework.download").query(Long.class).single())
        .isZero();
  }

  @Test
  void a_download_needs_a_purpose_and_families_that_wait_and_stands_in_the_audit() {
    long id = cases.accepted();
    Desk desk = cases.as("village");
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("purpose", " ", "applications", List.of(id)),
            Map.of("purpose", "入户", "applications", List.of()),
            Map.of("applications", List.of(id)))) {
      assertThat(desk.post(FieldDesk.DOWNLOADS, wrong).status()).as("%s", wrong).isEqualTo(400);
    }
    phone.taken("village", id);
    assertThat(
            jdbc.sql("select why from audit.entry where deed = 'case.take' and object = :object")
                .param("object", "application:" + id)
                .query(String.class)
                .list())
        .containsExactly("入户调查");
    jdbc.sql("update casework.application set state = 'proposed' where id = :id")
        .param("id", id)
        .update();
    assertThat(phone.asked("village", id).status()).isEqualTo(409);
  }
}
