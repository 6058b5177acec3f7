package org.yimen.casework.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  private final LocalDate today;
  private final boolean typed;
  private final List<Wrong> wrong = new ArrayList<>();

  /**
   * @param path of the answer, such as {@code members[0].birthDate}
   * @param text whose, which question, and what to do about it
   */
  record Wrong(String path, String text) {

    /** As the pages find the place of it. */
    String line() {
      return path.isEmpty() ? text : path + "：" + text;
    }
  }

  /**
   * The household, a member, or an item of a list.
   *
   * @param path before the questions' ids
   * @param who in the reader's words; empty for the household
   */
  private record Subject(String path, String who, JsonNode given, List<Question> questions) {

    Subject within(String step, String more, JsonNode item, Question list) {
      return new Subject(
          path + step + ".", who.isEmpty() ? more : who + "的" + more, item, list.questions());
    }

    /** Asked of the same: the birth date beside the citizen number. */
    @Nullable LocalDate born() {
      return questions.stream()
          .filter(question -> question.check().equals("birth"))
          .map(question -> day(given.path(question.id())))
          .filter(Objects::nonNull)
          .findAny()
          .orElse(null);
    }
  }

  /**
   * @param typed by somebody who can look at the card again; what stands may hold a number as a
   *     register has it, damaged
   */
  CheckAnswers(Form form, LocalDate today, boolean typed) {
    this.form = form;
    this.today = today;
    this.typed = typed;
  }

  /** Everything that is wrong with a household's answers; empty: nothing. */
  List<Wrong> of(JsonNode household) {
    if (!household.isObject()) {
      return List.of(new Wrong("", "缺少家庭的填写内容（household）。"));
    }
    Subject whole = new Subject("", "", household, form.questions("household"));
    Set<String> known = answers(whole);
    known.add("members");
    refuseUnknown(whole, known);
    JsonNode members = household.path("members");
    if (!members.isArray() || members.isEmpty() || members.size() > MOST_MEMBERS) {
      wrong.add(new Wrong("members", "请填写 1 至 %d 名家庭成员。".formatted(MOST_MEMBERS)));
      return wrong;
    }
    for (int i = 0; i < members.size(); i++) {
      JsonNode member = members.get(i);
      String who = nameOr(member, "第 %d 名成员".formatted(i + 1));
      Subject subject =
          new Subject("members[%d].".formatted(i), who, member, form.questions("member"));
      Set<String> asked = answers(subject);
      asked.add("id");
      asked.add("person");
      refuseUnknown(subject, asked);
    }
    return wrong;
  }

  private static String nameOr(JsonNode given, String otherwise) {
    String name = given.path("name").asString("").strip().replace('\n', ' ');
    return name.isEmpty() ? otherwise : name;
  }

  private void refuseUnknown(Subject subject, Set<String> known) {
    for (String key : subject.given().propertyNames()) {
      if (!known.contains(key)) {
        wrong.add(new Wrong(subject.path() + key, "表中没有这一项。"));
      }
    }
  }

  private Set<String> answers(Subject subject) {
    Set<String> known = new HashSet<>();
    for (Question question : subject.questions()) {
      known.add(question.id());
      JsonNode answer = subject.given().path(question.id());
      boolean none = answer.isMissingNode() || answer.isNull();
      boolean asked = all(question.showIf(), subject.given());
      if (!none && !asked) {
        refuse(subject, question, "按前面的回答不用填这一项，请删去。");
      } else if (none && asked && question.required()) {
        refuse(subject, question, "没有填写。");
      } else if (!none) {
        answer(subject, question, answer);
      }
    }
    return known;
  }

  private static boolean all(Map<String, List<String>> wanted, JsonNode given) {
    return wanted.entrySet().stream()
        .allMatch(one -> one.getValue().contains(given.path(one.getKey()).asString("")));
  }

  private void refuse(Subject subject, Question question, String text) {
    String whose = subject.who().isEmpty() ? "" : subject.who() + "的";
    wrong.add(
        new Wrong(
            subject.path() + question.id(), "%s“%s”%s".formatted(whose, question.title(), text)));
  }

  private void answer(Subject subject, Question question, JsonNode answer) {
    switch (question.type()) {
      case "text" -> text(subject, question, answer);
      case "date" -> date(subject, question, answer);
      case "yesNo" -> expect(answer.isBoolean(), subject, question, "应答是或否。");
      case "choice" -> choice(subject, question, answer);
      case "choices" -> {
        expect(answer.isArray(), subject, question, "应是若干选项。");
        answer.forEach(one -> choice(subject, question, one));
      }
      case "group" ->
          group(subject.within(question.id(), question.title(), answer, question), question);
      case "list" -> list(subject, question, answer);
      default -> number(subject, question, answer);
    }
  }

  private void expect(boolean holds, Subject subject, Question question, String text) {
    if (!holds) {
      refuse(subject, question, text);
    }
  }

  private void text(Subject subject, Question question, JsonNode answer) {
    boolean fits =
        answer.isString()
            && answer.asString().length() <= LONGEST
            && answer.asString().chars().noneMatch(c -> c < ' ' && c != '\n');
    expect(fits, subject, question, "应为不超过 %d 字的文字。".formatted(LONGEST));
    if (fits && typed && question.check().equals("citizenNumber")) {
      String text = PossibleFacts.citizenNumber(answer.asString(), subject.born());
      expect(text.isEmpty(), subject, question, text);
    }
  }

  private void date(Subject subject, Question question, JsonNode answer) {
    LocalDate day = day(answer);
    if (day == null) {
      refuse(subject, question, "应写成年-月-日，如 1980-05-01。");
    } else if (question.check().equals("birth")) {
      String text = PossibleFacts.birth(day, today);
      expect(text.isEmpty(), subject, question, text);
    }
  }

  private static @Nullable LocalDate day(JsonNode answer) {
    try {
      return LocalDate.parse(answer.asString(""));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private void choice(Subject subject, Question question, JsonNode answer) {
    expect(
        answer.isString() && question.options().containsKey(answer.asString()),
        subject,
        question,
        "只能从选项中选择。");
  }

  private void group(Subject subject, Question question) {
    if (!subject.given().isObject()) {
      wrong.add(new Wrong(subject.path(), "“" + question.title() + "”应是一组填写内容。"));
      return;
    }
    refuseUnknown(subject, answers(subject));
  }

  private void list(Subject subject, Question question, JsonNode answer) {
    long most = question.most() == null ? Long.MAX_VALUE : question.most();
    if (!answer.isArray() || answer.size() > most) {
      refuse(subject, question, "最多填写 %d 项。".formatted(most));
      return;
    }
    for (int i = 0; i < answer.size(); i++) {
      JsonNode item = answer.get(i);
      String which = question.title() + nameOr(item, "第 %d 项".formatted(i + 1));
      group(subject.within("%s[%d]".formatted(question.id(), i), which, item, question), question);
    }
  }

  /** Money in yuan with at most two decimals; only a business may have made a loss. */
  private void number(Subject subject, Question question, JsonNode answer) {
    if (!answer.isNumber()) {
      refuse(subject, question, "应填数字；没有就填 0 或不填。");
      return;
    }
    boolean whole = !question.type().equals("money") && !question.type().equals("number");
    if (whole && !answer.isIntegralNumber()) {
      refuse(subject, question, "应填整数。");
      return;
    }
    long most =
        question.type().equals("level")
            ? 4
            : (question.most() == null ? 100_000_000L : question.most());
    double value = answer.asDouble();
    if (value < 0 && !mayBeNegative(subject, question)) {
      refuse(subject, question, "不能是负数，请改正；没有就填 0 或不填。");
      return;
    }
    boolean low = question.type().equals("level") ? value < 1 : value < -most;
    expect(!low && value <= most, subject, question, "超出范围（最大 %d）。".formatted(most));
  }

  private static boolean mayBeNegative(Subject subject, Question question) {
    return !question.negativeIf().isEmpty() && all(question.negativeIf(), subject.given());
  }
}
