package org.yimen.casework.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.yimen.policy.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sentences of a determination that carry the decision, each with its article. */
public final class Reasons {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 12;

  private Reasons() {}

  /** What the ids of a category's conditions begin with. */
  private static final Map<Category, String> CONDITIONS =
      Map.of(
          Category.TEKUN, "tekun.",
          Category.DIBAO, "dibao.",
          Category.DIBAO_MARGIN, "margin.",
          Category.RIGID_EXPENSE, "rigid.",
          Category.OTHER_DIFFICULTY, "other.");

  /** The sentences of a reason that was kept, each with its article. */
  public static List<String> sentences(String reason) {
    return Arrays.stream(reason.split("(?<=）)；|；(?=[^（）]*（)"))
        .map(String::strip)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /** What was met of the category that is granted. */
  public static List<String> granting(String result, Category category) {
    return of(result, "met", CONDITIONS.getOrDefault(category, ""));
  }

  /** What was not met of the category that is refused, and of every other one after it. */
  public static List<String> refusing(String result, Category category) {
    List<String> sentences = new ArrayList<>();
    for (Category one : Category.values()) {
      String prefix = CONDITIONS.get(one);
      if (prefix != null && one.ordinal() >= category.ordinal()) {
        of(result, "notMet", prefix).stream()
            .filter(sentence -> !sentences.contains(sentence))
            .forEach(sentences::add);
      }
    }
    return sentences.subList(0, Math.min(MOST, sentences.size()));
  }

  /** What is no longer met of the category before, and what is met of the new one. */
  public static List<String> moving(String result, Category before, Category now) {
    List<String> sentences =
        new ArrayList<>(of(result, "notMet", CONDITIONS.getOrDefault(before, "")));
    sentences.addAll(granting(result, now));
    return sentences.subList(0, Math.min(MOST, sentences.size()));
  }

  private static List<String> of(String result, String wanted, String prefix) {
    List<String> sentences = new ArrayList<>();
    for (JsonNode condition : JSON.readTree(result).path("conditions")) {
      if (condition.path("result").asString().equals(wanted)
          && condition.path("id").asString().startsWith(prefix)) {
        sentences.add(
            condition.path("text").asString() + "（" + condition.path("basis").asString() + "）");
      }
    }
    return sentences;
  }
}
