package org.yimen.exchange.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yimen.exchange.reading.Sheets.aWorkbook;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yimen.exchange.reading.UnreadableFile.Problem;

class BadInputTests {
  private static final Formats FORMATS = Formats.load();
  private static final List<String> HEADER =
      List.of("逝者姓名", "性别", "年龄", "身份证号", "死亡日期", "家属姓名", "家属电话");

  @TempDir Path folder;

  private UnreadableFile problem(Path file) {
    UnreadableFile problem =
        catchThrowableOfType(UnreadableFile.class, () -> FORMATS.open(file).rows(row -> {}));
    assertThat(problem).as("a problem with " + file.getFileName()).isNotNull();
    assertThat(problem.whatToDo()).contains("请");
    return problem;
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private Path text(String name, String content, Charset charset) throws IOException {
    return file(name, content.getBytes(charset));
  }

  private Path deaths() throws IOException {
    return aWorkbook()
        .with("2025", HEADER, List.of("张三", "男", 70, "", "2025-01-02", "", ""))
        .writeTo(folder.resolve("15_民政_殡葬火化登记.xlsx"));
  }

  @Test
  void the_workbook_the_bad_ones_are_made_of_is_readable() throws IOException {
    assertThat(FORMATS.open(deaths()).format().id()).isEqualTo("deaths");
  }

  @Test
  void a_truncated_xlsx_is_damaged() throws IOException {
    byte[] whole = Files.readAllBytes(deaths());
    for (int cut : List.of(10, whole.length / 2, whole.length - 5)) {
      Path part = file("cut.xlsx", Arrays.copyOf(whole, cut));
      assertThat(problem(part).problem()).isEqualTo(Problem.DAMAGED_FILE);
    }
  }

  @Test
  void a_flipped_byte_inside_is_damaged_or_reads_the_same() throws IOException {
    Path good =
        Sheets.huge(
            folder.resolve("good.xlsx"),
            "",
            "<row><c t=\"inlineStr\"><is><t>逝者姓名</t></is></c></row>",
            1_000,
            "");
    byte[] whole = Files.readAllBytes(good);
    // The sheet's own compressed bytes, past the two small parts in front of it.
    for (int at = 700; at < whole.length - 600; at += 7) {
      byte[] bad = whole.clone();
      bad[at] ^= 0x20;
      assertThat(problem(file("bad.xlsx", bad)).problem())
          .isIn(Problem.DAMAGED_FILE, Problem.HEADER_NOT_FOUND);
    }
  }

  @Test
  void an_xlsx_without_sheets_or_rows_is_an_error_not_an_empty_success() throws IOException {
    Path none = aWorkbook().writeTo(folder.resolve("none.xlsx"));
    assertThat(problem(none).problem()).isEqualTo(Problem.NO_ROWS);
    Path blank = aWorkbook().with("空", List.of("", "")).writeTo(folder.resolve("blank.xlsx"));
    assertThat(problem(blank).problem()).isEqualTo(Problem.NO_ROWS);
  }

  @Test
  void a_workbook_that_names_a_sheet_it_does_not_hold_is_damaged() throws IOException {
    Path file =
        aWorkbook()
            .part("xl/workbook.xml.bak", "")
            .with("a", HEADER)
            .part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>")
            .writeTo(folder.resolve("open.xlsx"));
    assertThat(problem(file).problem()).isEqualTo(Problem.DAMAGED_FILE);
  }

  @Test
  void a_zip_bomb_is_stopped_by_its_ratio() throws IOException {
    Path bomb =
        Sheets.huge(folder.resolve("bomb.xlsx"), "", "<row><c><v>1</v></c></row>", 20_000_000, "");
    assertThat(Files.size(bomb)).isLessThan(3L << 20);
    assertThat(problem(bomb).problem()).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void a_workbook_of_too_many_parts_is_too_large() throws IOException {
    Sheets workbook = aWorkbook().with("a", HEADER);
    for (int i = 0; i < 2_100; i++) {
      workbook.part("xl/media/" + i, "");
    }
    assertThat(problem(workbook.writeTo(folder.resolve("parts.xlsx"))).problem())
        .isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void a_row_number_or_column_beyond_the_limits_is_too_large() throws IOException {
    Path rows =
        aWorkbook()
            .withXml("a", "<row r=\"2000000\"><c r=\"A2000000\"><v>1</v></c></row>")
            .writeTo(folder.resolve("rows.xlsx"));
    assertThat(problem(rows).problem()).isEqualTo(Problem.TOO_LARGE);
    Path columns =
        aWorkbook()
            .withXml("a", "<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>")
            .writeTo(folder.resolve("columns.xlsx"));
    assertThat(problem(columns).problem()).isEqualTo(Problem.TOO_LARGE);
    Path negative =
        aWorkbook()
            .withXml("甲", "<row r=\"-5\"><c r=\"ZZZ1\"><v>1</v></c></row>")
            .writeTo(folder.resolve("negative.xlsx"));
    assertThat(problem(negative).whatToDo()).contains("第 1 行").doesNotContain("-5");
  }

  @Test
  void a_cell_of_200_megabytes_is_named_and_never_in_memory() throws IOException {
    Path xlsx =
        Sheets.huge(
            folder.resolve("cell.xlsx"),
            "<row r=\"1\"><c t=\"inlineStr\"><is><t>",
            "长",
            70_000_000,
            "</t></is></c></row>");
    Path csv = folder.resolve("cell.csv");
    try (OutputStream out = Files.newOutputStream(csv)) {
      out.write("逝者姓名,死亡日期\n\"".getBytes(StandardCharsets.UTF_8));
      byte[] block = "长".repeat(10_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 7_000; i++) {
        out.write(block);
      }
    }
    assertThat(Files.size(csv)).isGreaterThan(200_000_000);
    long before = allocated();
    assertThat(problem(xlsx).problem()).isEqualTo(Problem.CELL_TOO_LONG);
    assertThat(problem(csv).problem()).isEqualTo(Problem.CELL_TOO_LONG);
    assertThat(allocated() - before).as("bytes made on the way").isLessThan(70_000_000);
  }

  /** Bytes of all objects that this thread has made. */
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void a_cell_of_many_small_pieces_is_too_long_as_well() throws IOException {
    Path file =
        Sheets.huge(
            folder.resolve("runs.xlsx"),
            "<row r=\"1\"><c t=\"inlineStr\"><is>",
            "<r><t>长</t></r>",
            40_000,
            "</is></c></row>");
    assertThat(problem(file).problem()).isEqualTo(Problem.CELL_TOO_LONG);
  }

  @Test
  void a_row_or_a_stock_of_texts_that_would_fill_the_memory_is_too_large() throws IOException {
    String cell = "<c t=\"inlineStr\"><is><t>" + "字".repeat(30_000) + "</t></is></c>";
    Path row =
        aWorkbook().withXml("a", "<row>" + cell.repeat(60) + "</row>").writeTo(folder.resolve("r"));
    assertThat(problem(row).problem()).isEqualTo(Problem.TOO_LARGE);
    Path texts =
        aWorkbook()
            .part("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(2_200_000) + "</sst>")
            .with("a", HEADER)
            .writeTo(folder.resolve("t"));
    assertThat(problem(texts).problem()).isEqualTo(Problem.TOO_LARGE);
    String line = ("字".repeat(30_000) + ",").repeat(60);
    Path csv = text("long.csv", line, StandardCharsets.UTF_8);
    assertThat(problem(csv).problem()).isEqualTo(Problem.TOO_LARGE);
  }

  @Test
  void a_csv_in_an_unknown_encoding_is_named() throws IOException {
    String table = "逝者姓名,死亡日期\n" + "張學友,二零二五年一月二日在醫院過世的鄉親與鄰居\n".repeat(30);
    for (String charset : List.of("UTF-16LE", "Big5", "Shift_JIS", "EUC-KR", "UTF-32BE")) {
      Path file = text(charset + ".csv", table, Charset.forName(charset));
      assertThat(problem(file).problem()).as(charset).isEqualTo(Problem.UNKNOWN_ENCODING);
    }
  }

  @Test
  void bytes_that_are_no_text_are_named() throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    assertThat(problem(file("noise.csv", noise)).problem()).isEqualTo(Problem.UNKNOWN_ENCODING);
  }

  @Test
  void an_empty_file_and_one_of_blank_lines_are_named() throws IOException {
    assertThat(problem(file("empty.csv", new byte[0])).problem()).isEqualTo(Problem.EMPTY_FILE);
    assertThat(problem(file("empty.xlsx", new byte[0])).problem()).isEqualTo(Problem.EMPTY_FILE);
    Path blank = text("blank.csv", "\r\n,,,\r\n", StandardCharsets.UTF_8);
    assertThat(problem(blank).problem()).isEqualTo(Problem.NO_ROWS);
    assertThat(problem(folder.resolve("not-there.csv")).problem()).isEqualTo(Problem.MISSING_FILE);
  }

  @Test
  void a_right_name_with_wrong_content_says_what_is_missing() throws IOException {
    Path file = text("06_残联_持证残疾人名册.csv", "姓名,残疾等级,电话\n张三,一级,1\n", StandardCharsets.UTF_8);
    UnreadableFile problem = problem(file);
    assertThat(problem.problem()).isEqualTo(Problem.HEADER_NOT_FOUND);
    assertThat(problem.whatToDo()).contains("持证残疾人名册").contains("残疾人证号");
  }

  @Test
  void a_file_of_nothing_known_says_so() throws IOException {
    Path file = text("x.csv", "品名,单价\n苹果,3\n", StandardCharsets.UTF_8);
    assertThat(problem(file).whatToDo()).contains("没有任何一种已登记表格的表头");
  }

  @Test
  void a_header_that_stands_twice_is_a_problem() throws IOException {
    Path file = text("x.csv", "逝者姓名,死亡日期,身份证号,身份证号\n张三,2025-01-01,1,2\n", StandardCharsets.UTF_8);
    UnreadableFile problem = problem(file);
    assertThat(problem.problem()).isEqualTo(Problem.DUPLICATE_HEADER);
    assertThat(problem.whatToDo()).contains("身份证号");
  }

  @Test
  void an_old_xls_and_a_password_are_told_apart() throws IOException {
    Path xls = file("旧.xls", compound("Workbook"));
    assertThat(problem(xls).problem()).isEqualTo(Problem.OLD_EXCEL);
    assertThat(problem(xls).whatToDo()).contains("另存为");
    Path locked = file("锁.xlsx", compound("EncryptedPackage"));
    assertThat(problem(locked).problem()).isEqualTo(Problem.PROTECTED_FILE);
    Path word = file("旧.doc", compound("WordDocument"));
    assertThat(problem(word).problem()).isEqualTo(Problem.WRONG_KIND);
  }

  private static byte[] compound(String entry) {
    byte[] bytes = new byte[200_000];
    byte[] magic = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    byte[] name = entry.getBytes(StandardCharsets.UTF_16LE);
    // Across the border of two blocks of the scan.
    System.arraycopy(name, 0, bytes, (1 << 16) - 5, name.length);
    return bytes;
  }

  @Test
  void other_kinds_of_file_are_named() throws IOException {
    for (String part : List.of("word/document.xml", "xl/workbook.bin", "a.txt")) {
      Path zip = Sheets.zip(folder.resolve("a.xlsx"), part);
      assertThat(problem(zip).problem()).as(part).isEqualTo(Problem.WRONG_KIND);
    }
    Path pdf = text("a.pdf", "%PDF-1.7 ...", StandardCharsets.UTF_8);
    assertThat(problem(pdf).problem()).isEqualTo(Problem.WRONG_KIND);
    Path html = text("a.xlsx", "\n<html><table>", StandardCharsets.UTF_8);
    assertThat(problem(html).problem()).isEqualTo(Problem.WRONG_KIND);
  }

  @Test
  void a_sheet_with_a_document_type_is_damaged_and_fetches_nothing() throws IOException {
    Path file =
        aWorkbook()
            .with("a", HEADER)
            .part(
                "xl/worksheets/sheet1.xml",
                "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"
                    + "</sheetData></worksheet>")
            .writeTo(folder.resolve("dtd.xlsx"));
    assertThat(problem(file).problem()).isEqualTo(Problem.DAMAGED_FILE);
  }
}
