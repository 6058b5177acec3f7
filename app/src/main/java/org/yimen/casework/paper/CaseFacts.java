package org.yimen.casework.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yimen.casework.Application;
import org.yimen.casework.Offices;
import org.yimen.casework.investigation.Determinations;
import org.yimen.casework.recheck.ChangeNotice;
import tools.jackson.databind.JsonNode;

/**
 * What papers of a case are made from.
 *
 * @param done the last time each step was taken, by its code
 * @param notice the last one that was hung
 * @param proposed the last one of what was proposed
 * @param limit the one within which everything has to be decided; null where none runs
 * @param passes what the information check answered; null before
 * @param change what a re-check decided; null of an application and before the decision
 * @param hidden questions whose answers who prints may not see
 */
record CaseFacts(
    Application application,
    Offices place,
    Map<String, Done> done,
    List<Member> members,
    List<Signed> signed,
    @Nullable Visited visit,
    Determinations.@Nullable Made made,
    @Nullable Hung notice,
    @Nullable Hung proposed,
    @Nullable Decided decision,
    @Nullable Limit limit,
    @Nullable Boolean passes,
    ChangeNotice.@Nullable Content change,
    Set<String> hidden,
    LocalDate today) {

  record Done(LocalDate on, String who, String note) {}

  /**
   * A member, or somebody outside the household who owes one support.
   *
   * @param number in full; only the authorisation prints it so
   * @param owes whom support is owed to; empty for a member
   */
  record Member(
      String name,
      String relation,
      String sex,
      @Nullable LocalDate born,
      String number,
      String owes) {

    boolean isObligor() {
      return !owes.isEmpty();
    }
  }

  record Signed(String name, String kind, LocalDate signedOn) {}

  record Visited(
      String kind,
      LocalDate on,
      String place,
      List<String> investigators,
      String signedBy,
      JsonNode answers,
      String note) {}

  record Hung(
      String kind,
      String shownName,
      int persons,
      String category,
      long monthlyFen,
      LocalDate since,
      LocalDate until) {}

  record Decided(
      boolean confirmed,
      String category,
      int persons,
      long monthlyFen,
      @Nullable LocalDate paidFrom,
      @Nullable LocalDate validUntil,
      String reason,
      LocalDate on,
      boolean delegated,
      @Nullable LocalDate servedOn) {}

  /** A limit of the law; its last day is not certain before the holidays of the year are known. */
  record Limit(String name, LocalDate due, boolean provisional) {}

  @Nullable Done last(String step) {
    return done.get(step);
  }

  /** Who decided, as the seal says. */
  String decider() {
    return place.decider(decision != null && decision.delegated());
  }
}
