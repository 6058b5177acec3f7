package org.yimen.exchange.outward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.casework.CaseDesk;
import org.yimen.casework.notice.CloseNotices;
import org.yimen.linkage.text.CitizenNumber;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.TestClock;

/** Confirmed families and the packs that tell of them, through the API. */
final class Upstream {

  static final String PATH = "/api/v1/outward";
  static final String CIVIL = "low-income";
  static final String AGRICULTURE = "return-to-poverty";

  private final CaseDesk cases;
  private final CloseNotices notices;
  private final Desk district;

  Upstream(int port, TestClock clock, CloseNotices notices) {
    this.cases = new CaseDesk(port, clock);
    this.notices = notices;
    this.district = new Desk(port).as("district");
  }

  Desk district() {
    return district;
  }

  /** Nothing delivered and no case. */
  void empty(JdbcClient jdbc) {
    jdbc.sql(
            """
            truncate exchange.outward_pack, exchange.outward_row, exchange.outward_omission,
              exchange.outward_difference, exchange.outward_check, exchange.outward_finding
            """)
        .update();
    cases.villages(jdbc);
  }

  /** An invented number that is whole: born on a day, the sequence's parity says the sex. */
  static String number(String born, int sequence) {
    String seventeen = "650199" + born.replace("-", "") + "%03d".formatted(sequence);
    return seventeen + CitizenNumber.checkCharacter(seventeen);
  }

  /** A mother with a schoolchild, with everything that both systems must have. */
  static Map<String, Object> family(int wage, int sequence) {
    Map<String, Object> household = CaseDesk.family(wage);
    List<Map<String, Object>> members = members(household);
    members.get(0).put("citizenNumber", number("1988-05-01", 2 * sequence));
    members.get(1).put("citizenNumber", number("2015-09-01", 2 * sequence + 1));
    members.get(1).put("sex", "male");
    members.set(1, new HashMap<>(members.get(1)));
    household.put("phone", "13900000000");
    return household;
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> members(Map<String, Object> household) {
    return (List<Map<String, Object>>) household.get("members");
  }

  /** The application by which the family is confirmed. */
  long confirmed(Map<String, Object> household) {
    long id = cases.accepted("applicant", members(household).get(0).get("name"));
    cases.published(id, household);
    cases.noticesAreOver(notices);
    cases.did("deputy", id, "review", Map.of("note", "属实"));
    cases.did("district", id, "confirmation", Map.of());
    return id;
  }

  /** The id of the pack made. */
  long packed(String system) {
    Desk.Answer answer = tried(system);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().get("pack").get("id").asLong();
  }

  Desk.Answer tried(String system) {
    return district.post(PATH + "/packs", Map.of("system", system));
  }

  /** Rows of a sheet of the pack's file, by their heads. */
  List<Map<String, String>> rows(long pack, String sheet) throws IOException {
    district.post("/api/v1/session/confirmation", Map.of("secret", Desk.PASSWORD));
    Desk.Answer file = district.get(PATH + "/packs/" + pack + "/file");
    assertThat(file.status()).as(file.text()).isEqualTo(200);
    List<Map<String, String>> rows = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
      List<Row> all = book.findSheet(sheet).orElseThrow().read();
      for (Row row : all.subList(1, all.size())) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < all.get(0).getCellCount(); i++) {
          String text = i < row.getCellCount() ? row.getCellText(i) : "";
          cells.put(all.get(0).getCellText(i), text);
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** Every row of the pack accepted, without a file. */
  void accepted(long pack) {
    Desk.Answer answer =
        district.post(PATH + "/packs/" + pack + "/acceptance", Map.of("because", "已全部导入"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  /** A receipt as a file: names, numbers, answers and reasons. */
  Desk.Answer answered(long pack, Path folder, String... lines) throws IOException {
    Path file = folder.resolve("回执" + pack + ".csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return district.upload(PATH + "/packs/" + pack + "/receipt", file);
  }
}
