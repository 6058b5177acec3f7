package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.OnPostgres;
import org.yimen.platform.testing.TestClock;
import tools.jackson.databind.JsonNode;

/** Photos and signatures: what is taken, once, and how it lies there and comes back. */
@OnPostgres
class AttachmentTests {

  private static final byte[] PNG =
      bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR....\0\0\0\0IEND\u00AE\u0042\u0060\u0082");
  private static final byte[] WEBP = bytes("RIFF\u000c\0\0\0WEBPVP8 12\0\0");
  private static final byte[] PDF = bytes("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private long id;
  private Desk desk = new Desk(0);

  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  @BeforeEach
  void accepted() {
    CaseDesk cases = new CaseDesk(port, clock);
    cases.villages(jdbc);
    id = cases.accepted();
    desk = cases.as("village");
  }

  private Desk.Answer put(UUID attachment, String type, byte[] content) {
    return desk.put(FieldDesk.attachment(id, attachment), type, content);
  }

  @Test
  void photos_and_papers_come_back_as_files_to_be_saved_and_never_shown_in_place() {
    Map<String, byte[]> all =
        Map.of(
            "image/jpeg", FieldDesk.jpeg("院子"),
            "image/png", PNG,
            "image/webp", WEBP,
            "application/pdf", PDF);
    all.forEach(
        (type, content) -> {
          UUID one = UUID.randomUUID();
          Desk.Answer kept = put(one, type, content);
          assertThat(kept.status()).as(type + kept.text()).isEqualTo(200);
          Desk.Answer back = desk.get(FieldDesk.attachment(id, one));
          assertThat(back.bytes()).isEqualTo(content);
          assertThat(back.header("Content-Type")).isEqualTo(type);
          assertThat(back.header("Content-Disposition"))
              .startsWith("attachment;")
              .contains(one.toString());
          assertThat(back.header("X-Content-Type-Options")).isEqualTo("nosniff");
        });
    JsonNode list = desk.get(CaseDesk.PATH + "/" + id + "/attachments").json();
    assertThat(list).hasSize(4);
    assertThat(
            jdbc.sql("select count(*) from audit.entry where deed = 'attachment.read'")
                .query(Long.class)
                .single())
        .isGreaterThanOrEqualTo(4);
  }

  @Test
  void the_same_again_is_one_and_something_else_under_its_id_is_refused() {
    UUID one = UUID.randomUUID();
    assertThat(put(one, "image/jpeg", FieldDesk.jpeg("甲")).json().get("knownBefore").asBoolean())
        .isFalse();
    assertThat(put(one, "image/jpeg", FieldDesk.jpeg("甲")).json().get("knownBefore").asBoolean())
        .isTrue();
    Desk.Answer other = put(one, "image/jpeg", FieldDesk.jpeg("乙"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text()).contains("other-attachment");
    assertThat(desk.get(FieldDesk.attachment(id, one)).bytes()).isEqualTo(FieldDesk.jpeg("甲"));
  }

  @Test
  void what_is_no_picture_or_paper_by_its_own_bytes_is_refused_whatever_it_says() {
    byte[] jpeg = FieldDesk.jpeg("甲");
    byte[] page = bytes("<html><script>alert(1)</script></html>");
    List<Desk.Answer> answers =
        List.of(
            put(UUID.randomUUID(), "text/html", page),
            put(UUID.randomUUID(), "image/png", page),
            put(UUID.randomUUID(), "text/plain", jpeg),
            put(UUID.randomUUID(), "image/jpeg", Arrays.copyOf(jpeg, jpeg.length - 1)),
            put(UUID.randomUUID(), "image/png", Arrays.copyOf(PNG, PNG.length - 2)),
            put(UUID.randomUUID(), "image/webp", Arrays.copyOf(WEBP, WEBP.length - 2)),
            put(UUID.randomUUID(), "application/pdf", bytes("%PDF-1.7\n1 0 obj")),
            put(UUID.randomUUID(), "image/jpeg", new byte[0]));
    for (Desk.Answer answer : answers) {
      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.text()).contains("wrong-attachment", "重新拍照");
    }
    // the header may be mistaken between the kinds that are taken: the content counts
    assertThat(put(UUID.randomUUID(), "image/png", jpeg).json().get("mediaType").asString())
        .isEqualTo("image/jpeg");
  }

  @Test
  void five_megabytes_are_taken_and_no_byte_more() {
    byte[] largest = FieldDesk.jpeg("x".repeat((5 << 20) - 6));
    assertThat(largest).hasSize(5 << 20);
    assertThat(put(UUID.randomUUID(), "image/jpeg", largest).status()).isEqualTo(200);
    Desk.Answer larger =
        put(UUID.randomUUID(), "image/jpeg", FieldDesk.jpeg("x".repeat((5 << 20) - 5)));
    assertThat(larger.status()).isEqualTo(413);
    assertThat(larger.text()).contains("5 MB");
  }

  @Test
  void on_the_disk_nothing_of_a_photo_can_be_read() throws IOException {
    put(UUID.randomUUID(), "image/jpeg", FieldDesk.jpeg("canary-of-a-photo"));
    Path folder = Path.of("target", "test-home", "attachments");
    int files = 0;
    try (Stream<Path> all = Files.list(folder)) {
      for (Path one : all.toList()) {
        files++;
        assertThat(new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1))
            .doesNotContain("canary-of-a-photo");
      }
    }
    assertThat(files).isPositive();
  }
}
