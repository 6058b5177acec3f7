package org.yimen.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yimen.platform.testing.Desk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A phone before the API: takes families along and sends what was filled in. */
public final class FieldDesk {

  static final String DOWNLOADS = "/api/v1/field/downloads";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CaseDesk cases;

  FieldDesk(CaseDesk cases) {
    this.cases = cases;
  }

  Desk.Answer asked(String user, long... ids) {
    return cases.as(user).post(DOWNLOADS, Map.of("purpose", "入户调查", "applications", ids));
  }

  /** The one family that the user takes along. */
  JsonNode taken(String user, long id) {
    Desk.Answer answer = asked(user, id);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json().get("families").get(0);
  }

  /** What the phone was given, to be changed. */
  static ObjectNode household(JsonNode family) {
    return (ObjectNode) family.get("household").deepCopy();
  }

  static ObjectNode member(ObjectNode household, int place) {
    return (ObjectNode) household.get("members").get(place);
  }

  /** A visit on the basis of what was taken. */
  Map<String, Object> visit(JsonNode family, ObjectNode household) {
    Map<String, Object> visit = cases.visit(JSON.convertValue(household, Map.class));
    visit.put("download", family.get("download").asString());
    return visit;
  }

  JsonNode sent(String user, long id, Map<String, Object> visit) {
    return cases.did(user, id, "visits", visit).json();
  }

  /** A picture that is told apart from others by its text. */
  public static byte[] jpeg(String text) {
    byte[] middle = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[middle.length + 6];
    all[0] = (byte) 0xFF;
    all[1] = (byte) 0xD8;
    all[2] = (byte) 0xFF;
    all[3] = (byte) 0xE0;
    System.arraycopy(middle, 0, all, 4, middle.length);
    all[all.length - 2] = (byte) 0xFF;
    all[all.length - 1] = (byte) 0xD9;
    return all;
  }

  public static String attachment(long id, UUID attachment) {
    return "%s/%d/attachments/%s".formatted(CaseDesk.PATH, id, attachment);
  }

  /** Sends three signatures and a photo, and puts them into the visit. */
  void signed(String user, long id, Map<String, Object> visit) {
    Desk phone = cases.as(user);
    List<UUID> ids =
        List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    for (UUID one : ids) {
      Desk.Answer answer = phone.put(attachment(id, one), "image/jpeg", jpeg(one.toString()));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
    visit.put(
        "signatures",
        List.of(
            signature("family", "阿依古丽·买买提", ids.get(0)),
            signature("investigator", "示范甲", ids.get(1)),
            signature("investigator", "示范乙", ids.get(2))));
    visit.put("photos", List.of(photo(ids.get(3), visit)));
    visit.put("location", location(visit));
  }

  private static Map<String, Object> photo(UUID attachment, Map<String, Object> visit) {
    return Map.of(
        "attachment", attachment.toString(), "caption", "院子", "takenAt", visit.get("visitedAt"));
  }

  private static Map<String, Object> location(Map<String, Object> visit) {
    return Map.of(
        "latitude",
        43.36,
        "longitude",
        88.31,
        "accuracyMetres",
        12.5,
        "at",
        visit.get("visitedAt"));
  }

  static Map<String, Object> signature(String role, String name, UUID attachment) {
    return Map.of("role", role, "name", name, "attachment", attachment.toString());
  }
}
