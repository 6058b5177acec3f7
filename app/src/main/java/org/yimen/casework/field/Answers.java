package org.yimen.casework.field;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers that are known before anybody asks, each with where it comes from.
 *
 * @param origin of the whole
 * @param household the form's answers as they are handed out
 * @param kept the same unmasked and with what is withheld
 * @param sources by place, such as {@code members[0].birthDate}
 */
record Answers(Origin origin, ObjectNode household, JsonNode kept, Map<String, Source> sources) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a whole household's answers come from. */
  enum Origin {
    VISIT,
    REGISTER,
    NOTHING
  }

  /** Who says so, and since when; null where that isn't told. */
  @Schema(name = "AnswerSource")
  record Source(String source, @Nullable LocalDate on) {}

  /** Answers of the household or of a member that are being filled in. */
  static final class Filling {

    private final ObjectNode subject = JSON.createObjectNode();
    private final Map<String, Source> sources = new TreeMap<>();

    /** An answer, the first time; later ones say nothing new. */
    void put(String question, JsonNode answer, Source source) {
      if (!subject.has(question)) {
        subject.set(question, answer);
        sources.put(question, source);
      }
    }

    void put(String question, @Nullable String answer, Source source) {
      if (answer != null && !answer.isBlank()) {
        put(question, JSON.getNodeFactory().stringNode(answer), source);
      }
    }

    void yes(String question, Source source) {
      put(question, JSON.getNodeFactory().booleanNode(true), source);
    }

    /** One more item of a list. */
    void item(String question, Map<String, ?> item, Source source) {
      subject.withArray(question).add(JSON.<JsonNode>valueToTree(item));
      sources.putIfAbsent(question, source);
    }

    /** One more tick of a question with several. */
    void tick(String question, String option, Source source) {
      for (JsonNode one : subject.withArray(question)) {
        if (one.asString("").equals(option)) {
          return;
        }
      }
      subject.withArray(question).add(option);
      sources.putIfAbsent(question, source);
    }

    ObjectNode subject() {
      return subject;
    }

    /** Puts the sources under their places. */
    void tell(String place, Map<String, Source> all) {
      sources.forEach((question, source) -> all.put(place + question, source));
    }
  }
}
