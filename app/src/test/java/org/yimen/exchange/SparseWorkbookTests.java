package org.yimen.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yimen.exchange.loading.Lorry;
import org.yimen.exchange.reading.Sheets;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import tools.jackson.databind.JsonNode;

/** A stray cell in the last row that a sheet may have. */
@OnPostgres
class SparseWorkbookTests {

  @LocalServerPort int port;
  @TempDir Path folder;
  @Autowired ApplicationContext context;

  @Test
  void a_stray_cell_in_the_last_row_of_a_sheet_does_not_store_a_million_rows() throws IOException {
    Path file =
        Sheets.huge(
            folder.resolve("stray.xlsx"),
            row(1, "逝者姓名", "身份证号", "死亡日期") + row(2, "张三", "", "2025-01-02"),
            "",
            0,
            row(1_048_576, "x"));
    long id = new Lorry(context).load(file).get(0);
    Desk district = new Desk(port).as("district");
    JsonNode delivery = district.get("/api/v1/deliveries/" + id).json();
    assertThat(delivery.get("rows").asInt()).as(delivery.toString()).isEqualTo(1_048_576);
    JsonNode rows = district.get("/api/v1/deliveries/" + id + "/rows").json();
    assertThat(rows.get("total").asInt()).isEqualTo(4);
    assertThat(rows.get("items").get(2).get("reason").asString()).contains("至第 1048575 行");
  }

  private static String row(int number, String... cells) {
    StringBuilder xml = new StringBuilder("<row r=\"%d\">".formatted(number));
    for (String cell : cells) {
      xml.append("<c t=\"inlineStr\"><is><t>").append(cell).append("</t></is></c>");
    }
    return xml.append("</row>").toString();
  }
}
