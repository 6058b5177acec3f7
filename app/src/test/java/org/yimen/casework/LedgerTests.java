package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;

@OnPostgres
class LedgerTests extends CaseworkDay {

  private List<List<String>> rows(String user, String path) {
    Desk.Answer answer = cases.as(user).get("/api/v1/" + path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Content-Disposition")).startsWith("attachment;").contains(".xlsx");
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.bytes()))) {
      return book.getFirstSheet().read().stream().map(LedgerTests::texts).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(Row row) {
    return row.stream()
        .map(cell -> cell == null ? "" : cell)
        .map(cell -> cell instanceof Cell one ? one.getText() : "")
        .toList();
  }

  private long confirmed() {
    long id = cases.accepted();
    cases.published(id, CaseDesk.family(600));
    cases.noticesAreOver(closeNotices);
    cases.did("deputy", id, "review", Map.of());
    cases.did("district", id, "confirmation", Map.of());
    return id;
  }

  @Test
  void every_application_has_a_line_from_receipt_to_decision() {
    confirmed();
    cases.registered("applicant", "古丽巴哈尔·依明", "handedIn", "delegate", "delegate", "示范丙");
    List<List<String>> rows = rows("village", "applications.xlsx");
    assertThat(rows.get(0).get(0)).isEqualTo("申请登记台账");
    assertThat(rows.get(1).get(0))
        .contains("地区：")
        .contains("时段：2025-01-01至2025-10-21", "制表日期：2025-10-21");
    assertThat(rows.get(2)).startsWith("序号", "受理编号", "登记日期", "申请人");
    assertThat(rows).hasSize(5);
    assertThat(rows.get(3))
        .startsWith("1")
        .anyMatch(text -> text.startsWith("650107200-2025-"))
        .contains("2025-10-13", "阿依古丽·买买提", "东沟乡", "苇子村", "本人申请", "已确认", "最低生活保障家庭")
        .endsWith("2025-10-21", "8");
    assertThat(rows.get(4)).contains("古丽巴哈尔·依明", "委托他人", "示范丙", "已登记");
  }

  @Test
  void every_visit_has_a_line_with_who_was_there_and_what_came_of_it() {
    confirmed();
    List<List<String>> rows = rows("village", "visits.xlsx");
    assertThat(rows.get(0).get(0)).isEqualTo("入户调查台账");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(3))
        .startsWith("1", "2025-10-13")
        .contains("阿依古丽·买买提", "示范甲、示范乙", "最低生活保障家庭", "已确认");
  }

  @Test
  void a_period_and_an_area_limit_it() {
    confirmed();
    assertThat(rows("village", "applications.xlsx?from=2025-10-14&to=2025-10-20")).hasSize(3);
    assertThat(rows("township", "applications.xlsx?area=650107201")).hasSize(3);
    assertThat(rows("district", "applications.xlsx?area=650107200")).hasSize(4);
    Desk.Answer wrong =
        cases.as("village").get("/api/v1/applications.xlsx?from=2025-12-01&to=2025-01-01");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text()).contains("起始日期");
  }

  @Test
  void the_whole_district_is_exported_only_by_who_may_export_the_register() {
    assertThat(cases.as("leader").get("/api/v1/applications.xlsx").status()).isEqualTo(403);
    assertThat(cases.as("checker").get("/api/v1/visits.xlsx").status()).isEqualTo(403);
    assertThat(cases.as("audit").get("/api/v1/visits.xlsx").status()).isEqualTo(403);
  }

  @Test
  void a_formula_is_text() {
    cases.registered("applicant", "=cmd|' /C calc'!A0");
    assertThat(rows("village", "applications.xlsx").get(3)).contains("'=cmd|' /C calc'!A0");
  }
}
