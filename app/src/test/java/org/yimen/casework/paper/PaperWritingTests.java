package org.yimen.casework.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperWritingTests {

  private static final Paper.Printed PRINTED =
      new Paper.Printed("受理编号：650107200-2025-000001", "打印：示范甲　2025-10-13 10:00");

  private static Paper saying(String text) {
    return new Draft("社会救助确认通知书")
        .plain(text + "：")
        .grid(new Draft.Grid().put("申请人", text).whole("诉求", text))
        .table(List.of(50, 50), List.of("姓名", text), List.of(List.of(text, text)))
        .of(PRINTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "阿依古丽·买买提",
        "𠮷田",
        "𬭚",
        "㐂䶮𪚥",
        "王𡈽",
        "ئالىم تۇرسۇن",
        "a\u0301 ½ №",
      })
  void a_name_is_drawn_letter_by_letter(String name) {
    byte[] file = WritePdf.of(saying(name));
    assertThat(PaperText.notDrawn(file)).isZero();
    assertThat(PaperText.pdf(file)).doesNotContain("#");
    assertThat(PaperText.notEmbedded(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"阿依古丽·买买提", "𠮷田", "𬭚", "㐂䶮"})
  void a_name_can_be_read_out_of_the_file(String name) {
    assertThat(PaperText.pdf(WritePdf.of(saying(name)))).contains(PaperText.tight(name + "："));
    assertThat(PaperText.word(WriteWord.of(saying(name)))).contains(PaperText.tight(name + "："));
  }

  @Test
  void a_letter_of_no_font_is_printed_as_its_number() {
    String text = PaperText.pdf(WritePdf.of(saying("王😀𰻝")));
    assertThat(text).contains("王〔U+1F600〕").doesNotContain("#");
  }

  @Test
  void letters_that_turn_lines_round_or_have_no_shape_are_left_out() {
    Paper paper = saying("王\u202E小\u0000\uD800明\u2066");
    assertThat(PaperText.pdf(WritePdf.of(paper))).contains("王小明:");
    assertThat(PaperText.word(WriteWord.of(paper))).contains("王小明:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "&lt;&amp;&#x41;",
        "{{expr}}",
        "=cmd|' /C calc'!A0",
        "]]><img src=\"file:///etc/passwd\"/>",
        "@import url(http://a.test);",
        "${jndi:ldap://a.test}"
      })
  void what_somebody_typed_is_text_and_nothing_else(String typed) {
    String said = PaperText.tight(typed);
    assertThat(PaperText.pdf(WritePdf.of(saying(typed)))).contains(said);
    assertThat(PaperText.word(WriteWord.of(saying(typed)))).contains(said);
  }

  @Test
  void many_rows_go_on_over_pages_below_the_same_head() {
    List<List<String>> rows = new ArrayList<>();
    IntStream.range(0, 90).forEach(i -> rows.add(List.of("成员" + i, "理由".repeat(20))));
    byte[] file =
        WritePdf.of(
            new Draft("入户调查表")
                .table(List.of(30, 70), List.of("姓名栏", "说明栏"), rows)
                .body("很长的理由。".repeat(400))
                .of(PRINTED));
    int pages = PaperText.pages(file);
    assertThat(pages).isGreaterThan(3);
    String text = PaperText.pdf(file);
    assertThat(text.split("姓名栏", -1)).hasSizeGreaterThan(3);
    assertThat(text)
        .contains("成员89", "第1页,共%d页".formatted(pages), "第%d页,共%d页".formatted(pages, pages));
    assertThat(text.split("650107200-2025-000001", -1)).hasSize(pages + 1);
  }

  @Test
  void word_and_pdf_hold_the_same_letters() {
    Paper paper = saying("阿依古丽·买买提 𠮷 <b>");
    String pdf = PaperText.pdf(WritePdf.of(paper)).replace("第1页,共1页", "");
    String word = PaperText.word(WriteWord.of(paper)).replace("第页,共页", "");
    assertThat(PaperText.letters(word)).isEqualTo(PaperText.letters(pdf));
  }

  @Test
  void papers_are_joined_into_one_file() {
    byte[] one = WritePdf.of(saying("甲"));
    byte[] other = WritePdf.of(saying("乙"));
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    Papers.joined(List.of(one, other), joined);
    assertThat(PaperText.pages(joined.toByteArray())).isEqualTo(2);
    assertThat(PaperText.pdf(joined.toByteArray())).contains("甲:", "乙:");
    assertThat(PaperText.notEmbedded(joined.toByteArray())).isEmpty();
  }
}
