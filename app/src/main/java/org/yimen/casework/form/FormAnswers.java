package org.yimen.casework.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yimen.casework.form.Form.Question;
import org.yimen.platform.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Checks what a visit answers and makes of it the case that the law is asked about. */
@Component
public class FormAnswers {

  private static final ProblemType WRONG =
      new ProblemType("wrong-answers", HttpStatus.BAD_REQUEST, "填写有误");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_TOLD = 30;

  private final Form form = Form.read();
  private final Clock clock;

  public FormAnswers(Clock clock) {
    this.clock = clock;
  }

  public Form form() {
    return form;
  }

  /** A member or obligor, as the papers name them. */
  public record Named(String mark, String name, boolean obligor, LocalDate birthDate) {}

  /**
   * Refuses answers with anything wrong in them, naming every place.
   *
   * @throws org.yimen.platform.Problem wrong-answers, a line for each place
   */
  public void check(JsonNode household) {
    refuse(found(household, true).stream().map(CheckAnswers.Wrong::line).toList());
  }

  /** Refuses a change that makes anything wrong which wasn't before. */
  public void checkChange(JsonNode before, JsonNode after) {
    List<String> wrong = new ArrayList<>(texts(found(after, true)));
    wrong.removeAll(texts(found(before, true)));
    refuse(wrong);
  }

  private static void refuse(List<String> wrong) {
    if (!wrong.isEmpty()) {
      throw WRONG.because(wrong.stream().limit(MOST_TOLD).collect(Collectors.joining("\n")));
    }
  }

  /**
   * A sentence for each place with anything wrong in answers that stand. Their citizen numbers are
   * let be: one that was left masked is the register's, which may have it damaged.
   */
  public List<String> wrong(JsonNode household) {
    return texts(found(household, false));
  }

  private static List<String> texts(List<CheckAnswers.Wrong> wrong) {
    return wrong.stream().map(CheckAnswers.Wrong::text).toList();
  }

  private List<CheckAnswers.Wrong> found(JsonNode household, boolean typed) {
    return new CheckAnswers(form, LocalDate.now(clock), typed).of(household);
  }

  /** A case file with this one case: answers without what only stands on paper. */
  public String caseFile(JsonNode household, String name, LocalDate date, String area) {
    ObjectNode one = JSON.createObjectNode();
    one.put("name", name);
    one.put("date", date.toString());
    one.put("area", area);
    ObjectNode facts = facts(household, form.questions("household"));
    var members = facts.putArray("members");
    for (JsonNode member : household.path("members")) {
      ObjectNode said = facts(member, form.questions("member"));
      said.put("id", mark(member, members.size()));
      members.add(said);
    }
    one.set("household", facts);
    ObjectNode file = JSON.createObjectNode();
    file.putArray("cases").add(one);
    return JSON.writeValueAsString(file);
  }

  private static ObjectNode facts(JsonNode given, List<Question> questions) {
    ObjectNode facts = JSON.createObjectNode();
    for (Question question : questions) {
      JsonNode answer = given.path(question.id());
      if (question.paper() || answer.isMissingNode() || answer.isNull()) {
        continue;
      }
      switch (question.type()) {
        case "group" -> facts.set(question.id(), facts(answer, question.questions()));
        case "list" -> {
          var items = facts.putArray(question.id());
          answer.forEach(item -> items.add(facts(item, question.questions())));
        }
        default -> facts.set(question.id(), answer);
      }
    }
    return facts;
  }

  /** The member's mark in the case: as sent, else by its place. */
  private static String mark(JsonNode member, int place) {
    String id = member.path("id").asString("");
    return id.isEmpty() ? "m" + (place + 1) : id;
  }

  /** Everybody who has to authorise the check: adult members and obligors (57号 第九条). */
  public List<Named> toAuthorise(JsonNode household, LocalDate day) {
    return named(household).stream()
        .filter(one -> one.obligor() || !one.birthDate().plusYears(18).isAfter(day))
        .toList();
  }

  /** All members and, after each, its obligors. */
  public List<Named> named(JsonNode household) {
    List<Named> named = new ArrayList<>();
    int place = 0;
    for (JsonNode member : household.path("members")) {
      String mark = mark(member, place++);
      named.add(
          new Named(mark, member.path("name").asString(""), false, day(member.path("birthDate"))));
      int number = 0;
      for (JsonNode obligor : member.path("obligors")) {
        named.add(
            new Named(
                mark + ".o" + ++number,
                obligor.path("name").asString(""),
                true,
                day(obligor.path("birthDate"))));
      }
    }
    return named;
  }

  private static LocalDate day(JsonNode date) {
    return date.isString() ? LocalDate.parse(date.asString()) : LocalDate.EPOCH;
  }
}
