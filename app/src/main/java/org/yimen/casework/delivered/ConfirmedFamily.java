package org.yimen.casework.delivered;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A family of whom somebody is recognised: what its visit wrote down and what was decided.
 *
 * @param household in the register; null where no register knows it
 * @param phone as the application names it
 * @param answers of the form, members among them
 * @param result of the determination, as {@code docs/spec/assessments.md} describes it
 * @param members in the order of the form
 */
public record ConfirmedFamily(
    long application,
    String number,
    String area,
    @Nullable Long household,
    String phone,
    Decision decision,
    JsonNode answers,
    JsonNode result,
    List<Member> members) {

  /**
   * What was decided.
   *
   * @param until last day; null where it holds until a re-check ends it
   * @param investigators who visited
   */
  public record Decision(
      String category,
      int persons,
      long monthlyFen,
      LocalDate on,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      List<String> investigators) {}

  /**
   * A member, recognised or not.
   *
   * @param key the person in the register, or a mark that nobody else has
   * @param category null for a member who isn't in one
   * @param registered the citizen number that the register has; null where it has none
   */
  public record Member(
      String key,
      @Nullable Long person,
      @Nullable String category,
      @Nullable String registered,
      JsonNode answers) {}
}
