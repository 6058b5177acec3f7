package org.yimen.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvRowsTests {

  private static String written(Object... cells) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvRows rows = CsvRows.to(bytes, "列")) {
      rows.row(cells);
    }
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF列\r\n").endsWith("\r\n");
    return text.substring(4, text.length() - 2);
  }

  @Test
  void commas_quotes_and_line_ends_are_quoted() {
    assertThat(written("a,b", "say \"x\"", "1\n2", null, 7))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"1\n2\",,7");
  }

  @Test
  void what_a_spreadsheet_would_take_for_a_formula_is_text() {
    assertThat(written("=1+1", "+86", "-x", "@a", "\tb", -5))
        .isEqualTo("'=1+1,'+86,'-x,'@a,'\tb,-5");
    assertThat(written("\rc")).isEqualTo("\"'\rc\"");
  }
}
