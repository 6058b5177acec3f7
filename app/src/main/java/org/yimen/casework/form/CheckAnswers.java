package org.yimen.casework.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yimen.casework.form.Form.Question;
import tools.jackson.databind.JsonNode;

/**
 * Checks answers against the form: every answer has a question that is asked, of the right kind,
 * and nothing that has to be answered is left open. Names the place of everything that is wrong.
 */
final class CheckAnswers {

  private static final int LONGEST = 500;
  private static final int MOST_MEMBERS = 30;

  private final Form form;
  private final List<Wrong> wrong = new ArrayList<>();

  /**
   * @param path of the answer, such as {@code members[0].birthDate}
   * @param text what to do about it
   */
  record Wrong(String path, String text) {}

  CheckAnswers(Form form) {
    this.form = form;
  }

  /** Everything that is wrong with a household's answers; empty: nothing. */
  List<Wrong> of(JsonNode household) {
    if (!household.isObject()) {
      return List.of(new Wrong("", "缺少家庭的填写内容（household）。"));
    }
    Set<String> known = answers("", household, form.questions("household"));
    known.add("members");
    refuseUnknown("", household, known);
    JsonNode members = household.path("members");
    if (!members.isArray() || members.isEmpty() || members.size() > MOST_MEMBERS) {
      wrong.add(new Wrong("members", "请填写 1 至 %d 名家庭成员。".formatted(MOST_MEMBERS)));
      return wrong;
    }
    for (int i = 0; i < members.size(); i++) {
      String path = "members[%d].".formatted(i);
      Set<String> asked = answers(path, members.get(i), form.questions("member"));
      asked.add("id");
      asked.add("person");
      refuseUnknown(path, members.get(i), asked);
    }
    return wrong;
  }

  private void refuseUnknown(String path, JsonNode given, Set<String> known) {
    for (String key : given.propertyNames()) {
      if (!known.contains(key)) {
        wrong.add(new Wrong(path + key, "表中没有这一项。"));
      }
    }
  }

  private Set<String> answers(String path, JsonNode given, List<Question> questions) {
    Set<String> known = new HashSet<>();
    for (Question question : questions) {
      known.add(question.id());
      JsonNode answer = given.path(question.id());
      boolean none = answer.isMissingNode() || answer.isNull();
      boolean asked = isAsked(question, given);
      if (!none && !asked) {
        refuse(path, question, "按前面的回答不用填这一项，请删去。");
      } else if (none && asked && question.required()) {
        refuse(path, question, "没有填写。");
      } else if (!none) {
        answer(path, question, answer);
      }
    }
    return known;
  }

  private static boolean isAsked(Question question, JsonNode given) {
    for (Map.Entry<String, List<String>> one : question.showIf().entrySet()) {
      if (!one.getValue().contains(given.path(one.getKey()).asString(""))) {
        return false;
      }
    }
    return true;
  }

  private void refuse(String path, Question question, String text) {
    wrong.add(new Wrong(path + question.id(), "“" + question.title() + "”" + text));
  }

  private void answer(String path, Question question, JsonNode answer) {
    switch (question.type()) {
      case "text" -> text(path, question, answer);
      case "date" -> date(path, question, answer);
      case "yesNo" -> expect(answer.isBoolean(), path, question, "应答是或否。");
      case "choice" -> choice(path, question, answer);
      case "choices" -> {
        expect(answer.isArray(), path, question, "应是若干选项。");
        answer.forEach(one -> choice(path, question, one));
      }
      case "group" -> group(path + question.id() + ".", question, answer);
      case "list" -> list(path, question, answer);
      default -> number(path, question, answer);
    }
  }

  private void expect(boolean holds, String path, Question question, String text) {
    if (!holds) {
      refuse(path, question, text);
    }
  }

  private void text(String path, Question question, JsonNode answer) {
    boolean fits =
        answer.isString()
            && answer.asString().length() <= LONGEST
            && answer.asString().chars().noneMatch(c -> c < ' ' && c != '\n');
    expect(fits, path, question, "应为不超过 %d 字的文字。".formatted(LONGEST));
  }

  private void date(String path, Question question, JsonNode answer) {
    try {
      LocalDate.parse(answer.asString(""));
    } catch (DateTimeParseException e) {
      refuse(path, question, "应写成年-月-日，如 1980-05-01。");
    }
  }

  private void choice(String path, Question question, JsonNode answer) {
    expect(
        answer.isString() && question.options().containsKey(answer.asString()),
        path,
        question,
        "只能从选项中选择。");
  }

  private void group(String path, Question question, JsonNode answer) {
    if (!answer.isObject()) {
      wrong.add(new Wrong(path, "“" + question.title() + "”应是一组填写内容。"));
      return;
    }
    refuseUnknown(path, answer, answers(path, answer, question.questions()));
  }

  private void list(String path, Question question, JsonNode answer) {
    long most = question.most() == null ? Long.MAX_VALUE : question.most();
    if (!answer.isArray() || answer.size() > most) {
      refuse(path, question, "最多填写 %d 项。".formatted(most));
      return;
    }
    for (int i = 0; i < answer.size(); i++) {
      group(path + question.id() + "[" + i + "].", question, answer.get(i));
    }
  }

  /** Money in yuan with at most two decimals; only a business may have made a loss. */
  private void number(String path, Question question, JsonNode answer) {
    if (!answer.isNumber()) {
      refuse(path, question, "应填数字；没有就填 0 或不填。");
      return;
    }
    boolean whole = !question.type().equals("money") && !question.type().equals("number");
    if (whole && !answer.isIntegralNumber()) {
      refuse(path, question, "应填整数。");
      return;
    }
    long most =
        question.type().equals("level")
            ? 4
            : question.most() == null ? 100_000_000L : question.most();
    double value = answer.asDouble();
    boolean low = question.type().equals("level") ? value < 1 : value < -most;
    expect(!low && value <= most, path, question, "超出范围（最大 %d）。".formatted(most));
  }
}
