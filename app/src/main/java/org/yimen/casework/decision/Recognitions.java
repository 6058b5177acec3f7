package org.yimen.casework.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yimen.casework.Application;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.investigation.VisitedMembers;
import org.yimen.platform.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is in which primary category from when to when; nobody is in two at a time, which the
 * database keeps.
 */
@Component
class Recognitions {

  private static final ProblemType ALREADY_IN_ONE =
      new ProblemType("already-recognised", HttpStatus.CONFLICT, "已在其他类别");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final VisitedMembers members;
  private final JdbcClient jdbc;

  Recognitions(VisitedMembers members, JdbcClient jdbc) {
    this.members = members;
    this.jdbc = jdbc;
  }

  /** A decision that recognises somebody, from a day to a last day; null: until it is ended. */
  record New(
      long decision,
      Application application,
      Determinations.Made made,
      LocalDate from,
      @Nullable LocalDate until) {}

  /** Puts the members whom the determination counts into its category; a tekun person into that. */
  void begin(New one) {
    Map<String, String> categories = categories(one.made());
    List<VisitedMembers.Member> all =
        members.of(one.made().visit()).stream()
            .filter(member -> categories.containsKey(member.mark()))
            .toList();
    try {
      insert(one, all, categories);
    } catch (DataIntegrityViolationException e) {
      throw ALREADY_IN_ONE.because("家庭成员中有人已在另一户或另一类别中享受救助，同一时间只能在一类。请先办理原类别的退出，再确认本户。");
    }
  }

  private void insert(New one, List<VisitedMembers.Member> all, Map<String, String> categories) {
    Application application = one.application();
    jdbc.sql(
            """
            insert into casework.recognition (decision, application, area, household, person, name,
              category, valid_from, valid_to)
            select :decision, :application, :area, :household, person, name, category, :from, :to
            from unnest(:persons::text[], :names::text[], :categories::text[])
              as t (person, name, category)
            """)
        .param("decision", one.decision())
        .param("application", application.id())
        .param("area", application.area())
        .param("household", application.household())
        .param("persons", texts(all, member -> member.key(application.id())))
        .param("names", texts(all, VisitedMembers.Member::name))
        .param("categories", texts(all, member -> categories.getOrDefault(member.mark(), "")))
        .param("from", one.from())
        .param("to", one.until() == null ? null : one.until().plusDays(1))
        .update();
  }

  private static String[] texts(
      List<VisitedMembers.Member> all, Function<VisitedMembers.Member, String> text) {
    return all.stream().map(text).toArray(String[]::new);
  }

  /** Member's mark to the category that the member is in. */
  private static Map<String, String> categories(Determinations.Made made) {
    Map<String, String> categories = new HashMap<>();
    JsonNode result = JSON.readTree(made.result());
    for (JsonNode counted : result.path("household").path("countedMembers")) {
      categories.put(counted.asString(), made.category());
    }
    for (Map.Entry<String, JsonNode> person : result.path("persons").properties()) {
      if (person.getValue().path("tekun").asString().equals("met")) {
        categories.put(person.getKey(), "tekun");
      }
    }
    return categories;
  }
}
