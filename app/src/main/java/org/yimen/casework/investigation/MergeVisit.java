package org.yimen.casework.investigation;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.casework.form.FormAnswers;
import org.yimen.casework.merge.Difference;
import org.yimen.casework.merge.MergeAnswers;
import org.yimen.casework.merge.PutBack;
import org.yimen.casework.merge.Same;
import org.yimen.registry.MaskedNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of a visit that comes in, and of what stands, what stands from now on. */
@Component
class MergeVisit {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NUMBER = "citizenNumber";

  private final Visits visits;
  private final Downloads downloads;
  private final FormAnswers answers;

  MergeVisit(Visits visits, Downloads downloads, FormAnswers answers) {
    this.visits = visits;
    this.downloads = downloads;
    this.answers = answers;
  }

  /**
   * What comes of it.
   *
   * @param earlier whose answers stood before; null for the first visit
   * @param differences between the two, and with what the visitor was not shown
   */
  record Result(
      Visits.Outcome outcome, Visits.@Nullable Visit earlier, List<Difference> differences) {}

  /**
   * The result for an application that is locked.
   *
   * @param download what the visit began with; null: it stands as a whole from the day of the visit
   */
  Result of(long application, OffsetDateTime visitedAt, @Nullable UUID download, JsonNode sent) {
    Visits.Visit earlier = visits.last(application);
    JsonNode before = earlier == null ? JSON.createObjectNode() : earlier.standing();
    if (download == null) {
      return new Result(outcome(sent, unmasked(sent, before), visitedAt), earlier, List.of());
    }
    Downloads.Begun begun = downloads.begun(application, download);
    MergeAnswers.Merged whole = PutBack.of(answers.form(), begun.handed(), begun.kept(), sent);
    JsonNode known = unmasked(whole.household(), before);
    if (earlier == null) {
      return new Result(outcome(sent, known, visitedAt), null, whole.differences());
    }
    MergeAnswers.Merged merged = MergeAnswers.of(answers.form(), begun.kept(), before, known);
    OffsetDateTime stood = earlier.outcome().standsAt();
    OffsetDateTime at = stood.isAfter(visitedAt) ? stood : visitedAt;
    JsonNode agreed = unmasked(merged.household(), before);
    return new Result(
        new Visits.Outcome(
            Same.of(agreed, sent) ? null : agreed, at, !Same.of(before, begun.kept()), false),
        earlier,
        Stream.concat(
                merged.differences().stream(), whole.standing(answers.form(), agreed).stream())
            .toList());
  }

  private static Visits.Outcome outcome(JsonNode sent, JsonNode agreed, OffsetDateTime at) {
    return new Visits.Outcome(Same.of(agreed, sent) ? null : agreed, at, false, false);
  }

  /**
   * A masked citizen number is none: the real one stays where the same member has one that looks
   * like it.
   */
  private static JsonNode unmasked(JsonNode household, JsonNode before) {
    JsonNode copy = household.deepCopy();
    for (JsonNode member : copy.path("members")) {
      String number = member.path(NUMBER).asString("");
      if (number.contains("*") && member instanceof ObjectNode answers) {
        String real = real(member, number, before);
        if (real == null) {
          answers.remove(NUMBER);
        } else {
          answers.put(NUMBER, real);
        }
      }
    }
    return copy;
  }

  private static @Nullable String real(JsonNode member, String masked, JsonNode before) {
    for (JsonNode one : before.path("members")) {
      String number = one.path(NUMBER).asString("");
      boolean same =
          one.path("id").asString("").equals(member.path("id").asString(""))
              || one.path("name").asString("").equals(member.path("name").asString(""));
      if (same && masked.equals(MaskedNumber.of(number))) {
        return number;
      }
    }
    return null;
  }
}
