package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.yimen.casework.paper.PaperText;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** Papers of many cases are printed into files that only who asked for them gets. */
@OnPostgres
class BulkPrintTests extends CaseworkDay {

  private BulkDesk township() {
    return new BulkDesk(cases.as("township"));
  }

  private List<Long> registered(int many) {
    return Stream.generate(() -> cases.registered()).limit(many).toList();
  }

  @Test
  void many_receipts_come_as_files_of_a_hundred_and_each_is_told_to_the_audit() throws Exception {
    List<Long> ids = registered(103);
    BulkDesk desk = township();
    long job = desk.begun("print", List.of("receipt"), ids);
    JsonNode end = desk.over(job);
    assertThat(end.get("title").asString()).isEqualTo("批量打印：受理回执");
    assertThat(end.get("done").asInt()).isEqualTo(103);

    JsonNode files = desk.get(job, "/files").json();
    assertThat(files).hasSize(2);
    assertThat(files.get(0).get("papers").asInt()).isEqualTo(100);
    Desk.Answer first = desk.get(job, "/files/1.pdf");
    assertThat(first.status()).as(first.text()).isEqualTo(200);
    assertThat(PaperText.pages(first.bytes())).isEqualTo(100);
    assertThat(first.bytes()).hasSize(files.get(0).get("size").asInt());
    String last = files.get(1).get("last").asString();
    assertThat(PaperText.pdf(desk.get(job, "/files/2.pdf").bytes())).contains(last);
    assertThat(inZip(desk.get(job, "/files.zip").bytes())).isEqualTo(2);
    assertThat(
            jdbc.sql("select count(*) from audit.entry where deed = 'case.paper'")
                .query(Long.class)
                .single())
        .isEqualTo(103);
    assertThat(taken()).isEqualTo(3);
  }

  private long taken() {
    return jdbc.sql("select count(*) from audit.entry where deed = 'bulk-papers.export'")
        .query(Long.class)
        .single();
  }

  private static int inZip(byte[] bytes) throws IOException {
    int papers = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
        assertThat(one.getName()).startsWith("批量打印-受理回执-").endsWith(".pdf");
        assertThat(new String(zip.readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        papers++;
      }
    }
    return papers;
  }

  @Test
  void what_cannot_be_printed_says_why_on_the_page_and_in_the_workbook() throws Exception {
    long visited = cases.accepted();
    cases.investigated(visited, CaseDesk.family(600));
    long not = cases.accepted();
    BulkDesk desk = township();
    JsonNode foretold = desk.foretold("print", List.of("visit"), Map.of());
    assertThat(foretold.get("ready").asInt()).isEqualTo(1);
    assertThat(foretold.get("obstacles").toString()).contains("还没有登记入户调查");
    long job = desk.begun("print", List.of("visit"), List.of(visited, not));
    JsonNode end = desk.over(job);
    assertThat(end.get("done").asInt()).isEqualTo(1);
    assertThat(end.get("refused").asInt()).isEqualTo(1);
    List<String> cells = cells(desk.get(job, "/rows.xlsx").bytes());
    assertThat(cells).contains("已办理", "未办成", "批量打印：入户调查表");
    assertThat(cells).anyMatch(text -> text.contains("还没有登记入户调查"));
  }

  private static List<String> cells(byte[] workbook) throws IOException {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return read.getFirstSheet().read().stream()
          .flatMap(Row::stream)
          .map(cell -> cell == null ? "" : cell.getText())
          .toList();
    }
  }

  @Test
  void others_do_not_get_them_nor_who_has_left_the_position() throws Exception {
    List<Long> ids = registered(1);
    BulkDesk desk = township();
    long job = desk.begun("print", List.of("receipt"), ids);
    desk.over(job);
    assertThat(new BulkDesk(cases.as("deputy")).get(job, "/files/1.pdf").status()).isEqualTo(404);
    jdbc.sql("update casework.bulk_job set position = 'one-of-before'").update();
    assertThat(desk.get(job, "/files/1.pdf").text()).contains("离开原岗位");
    assertThat(desk.get(job, "/files.zip").status()).isEqualTo(404);
    assertThat(township().tried("print", List.of("letter"), ids).text()).contains("请选择一种文书");
    assertThat(new BulkDesk(cases.as("leader")).tried("print", List.of("visit"), ids).text())
        .contains("只有经办、审核、决定的岗位可以打印");
  }
}
