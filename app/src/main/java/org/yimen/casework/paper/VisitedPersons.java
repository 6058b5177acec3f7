package org.yimen.casework.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yimen.policy.facts.Coded;
import org.yimen.policy.facts.Member;
import org.yimen.policy.facts.Relation;
import tools.jackson.databind.JsonNode;

/** Members and obligors as a visit found them. */
final class VisitedPersons {

  private VisitedPersons() {}

  static List<CaseFacts.Member> of(JsonNode household) {
    List<CaseFacts.Member> persons = new ArrayList<>();
    for (JsonNode member : household.path("members")) {
      CaseFacts.Member found = person(member, "");
      persons.add(found);
      for (JsonNode obligor : member.path("obligors")) {
        persons.add(person(obligor, found.name()));
      }
    }
    return persons;
  }

  private static CaseFacts.Member person(JsonNode said, String owes) {
    Relation relation = Coded.find(Relation.class, said.path("relation").asString(""));
    Member.Sex sex = Coded.find(Member.Sex.class, said.path("sex").asString(""));
    return new CaseFacts.Member(
        said.path("name").asString(""),
        relation == null ? "" : relation.title(),
        sex == null ? "" : sex.title(),
        day(said.path("birthDate").asString("")),
        said.path("citizenNumber").asString(""),
        owes);
  }

  private static @Nullable LocalDate day(String written) {
    return written.isEmpty() ? null : LocalDate.parse(written);
  }
}
