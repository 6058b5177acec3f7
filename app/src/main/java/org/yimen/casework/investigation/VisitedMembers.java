package org.yimen.casework.investigation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yimen.casework.form.FormAnswers;
import tools.jackson.databind.JsonNode;

/** The members whom a visit found. */
@Component
public class VisitedMembers {

  private final Visits visits;
  private final FormAnswers answers;

  VisitedMembers(Visits visits, FormAnswers answers) {
    this.visits = visits;
    this.answers = answers;
  }

  /**
   * A member.
   *
   * @param mark in the case that the law was asked about
   * @param person in the register; 0 where it knows none
   */
  public record Member(String mark, String name, long person) {

    /** The person in the register, or a mark that nobody else has. */
    public String key(long application) {
      return person == 0 ? "%d.%s".formatted(application, mark) : Long.toString(person);
    }
  }

  public List<Member> of(UUID visit) {
    return of(List.of(visit)).getOrDefault(visit, List.of());
  }

  /** Those of many visits. */
  public Map<UUID, List<Member>> of(Collection<UUID> many) {
    Map<UUID, List<Member>> members = new HashMap<>();
    visits.all(many).forEach(visit -> members.put(visit.id(), members(visit)));
    return members;
  }

  private List<Member> members(Visits.Visit visit) {
    List<Member> members = new ArrayList<>();
    List<FormAnswers.Named> named =
        answers.named(visit.standing()).stream().filter(one -> !one.obligor()).toList();
    int place = 0;
    for (JsonNode member : visit.standing().path("members")) {
      FormAnswers.Named one = named.get(place++);
      members.add(new Member(one.mark(), one.name(), member.path("person").asLong(0)));
    }
    return members;
  }
}
