package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

/** Who has to authorise the check, who has, and who was registered by mistake. */
@OnPostgres
class SignersTests extends CaseworkDay {

  private static final String MOTHER = "阿依古丽·买买提";

  private Desk.Answer signed(long id, String name, LocalDate on) {
    return cases.tried(
        "village",
        id,
        "authorisations",
        Map.of(
            "signed", List.of(Map.of("name", name, "kind", "member", "signedOn", on.toString()))));
  }

  private Desk.Answer mistaken(long id, String name) {
    return cases.tried(
        "village", id, "authorisations/mistake", Map.of("name", name, "kind", "member"));
  }

  @Test
  void every_adult_whom_the_register_knows_is_there_before_anybody_has_visited() {
    jdbc.sql("truncate registry.household, registry.person, registry.membership, registry.fact")
        .update();
    jdbc.sql(
            """
            insert into registry.household (id, number, area, address, residence, head)
            values (911, 'h911', '650107200200', '苇子村 12 号', 'rural', 911);
            insert into registry.person (id, name, founded_by, birth_date, sex)
            values (911, '阿依古丽·买买提', 'residence', '1988-05-01', 'female'),
              (912, '艾合买提·托合提', 'residence', '1986-02-01', 'male'),
              (913, '努尔江·艾合买提', 'residence', '2015-09-01', 'male');
            insert into registry.membership (household, person, relation, source_row)
            values (911, 911, '02', 1), (911, 912, '10', 1), (911, 913, '20', 1);
            """)
        .update();
    long id = cases.accepted("household", 911);
    assertThat(unsigned(id)).containsExactlyInAnyOrder(MOTHER, "艾合买提·托合提");
    assertThat(signed(id, MOTHER, cases.today()).status()).isEqualTo(200);
    assertThat(unsigned(id)).containsExactly("艾合买提·托合提");
  }

  private List<String> unsigned(long id) {
    return cases
        .as("village")
        .get(CaseDesk.PATH + "/" + id + "/unsigned")
        .json()
        .valueStream()
        .map(one -> one.get("name").asString())
        .toList();
  }

  @Test
  void nobody_signed_tomorrow_or_years_before_the_application() {
    long id = cases.accepted();
    assertThat(signed(id, MOTHER, cases.today().plusDays(1)).text()).contains("不能晚于今天");
    assertThat(signed(id, MOTHER, cases.today().minusYears(1).minusDays(1)).text())
        .contains(MOTHER, "早了一年以上");
    assertThat(signed(id, MOTHER, cases.today().minusYears(1)).status()).isEqualTo(200);
  }

  @Test
  void who_was_registered_by_mistake_is_taken_back_until_the_check_starts() {
    long id = cases.accepted();
    assertThat(mistaken(id, "示范丙").text()).contains("没有登记过");
    signed(id, "示范丙", cases.today());
    cases.did("township", id, "check", Map.of());
    assertThat(mistaken(id, "示范丙").status()).isEqualTo(200);
    assertThat(cases.file(id).json().get("records").get("authorisations")).isEmpty();
    assertThat(cases.file(id).text()).contains("撤回误登记的授权：示范丙");
    assertThat(cases.tried("checker", id, "check/start", Map.of()).text()).contains("没有授权不能核对");
    signed(id, MOTHER, cases.today());
    cases.did("checker", id, "check/start", Map.of());
    assertThat(mistaken(id, MOTHER).text()).contains("信息核对已经启动");
  }
}
