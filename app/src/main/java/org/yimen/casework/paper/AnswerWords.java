package org.yimen.casework.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yimen.casework.form.Form.Question;
import org.yimen.registry.MaskedNumber;
import tools.jackson.databind.JsonNode;

/** Answers of a visit in words. Numbers as long as a citizen number or an account are masked. */
final class AnswerWords {

  private static final String HELD_BACK = "（打印人的岗位不能查看）";

  private final Set<String> hidden;

  AnswerWords(Set<String> hidden) {
    this.hidden = hidden;
  }

  /** The answer; empty where none was given. */
  String of(Question question, JsonNode given) {
    JsonNode answer = given.path(question.id());
    boolean saysNone = answer.isArray() && answer.isEmpty() && !question.none().isEmpty();
    if (answer.isMissingNode() || answer.isNull() || answer.isContainer() && answer.isEmpty()) {
      return saysNone && !hidden.contains(question.id()) ? question.none() : "";
    }
    return hidden.contains(question.id()) ? HELD_BACK : said(question, answer);
  }

  private String said(Question question, JsonNode answer) {
    return switch (question.type()) {
      case "choice" -> title(question, answer);
      case "choices" ->
          answer.valueStream().map(one -> title(question, one)).collect(Collectors.joining("、"));
      case "yesNo" -> answer.asBoolean() ? "是" : "否";
      case "level" -> answer.asInt() + "级";
      case "group" -> inside(question, answer);
      case "list" -> items(question, answer);
      case "text" -> text(question, answer.asString());
      default -> answer.asString();
    };
  }

  private static String text(Question question, String said) {
    return question.id().equals("citizenNumber")
        ? String.valueOf(MaskedNumber.of(said))
        : MaskedNumber.within(said);
  }

  private static String title(Question question, JsonNode code) {
    return question.options().getOrDefault(code.asString(), code.asString());
  }

  private String items(Question question, JsonNode answer) {
    List<String> lines = new ArrayList<>();
    for (JsonNode item : answer) {
      lines.add("%d．%s".formatted(lines.size() + 1, inside(question, item)));
    }
    return String.join("\n", lines);
  }

  private String inside(Question question, JsonNode answer) {
    List<String> parts = new ArrayList<>();
    for (Question one : question.questions()) {
      String said = of(one, answer).replace('\n', '；');
      if (!said.isEmpty()) {
        parts.add(one.title() + "：" + said);
      }
    }
    return String.join("，", parts);
  }
}
