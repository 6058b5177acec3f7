package org.yimen.casework.progress;

import org.yimen.casework.Offices;
import org.yimen.casework.State;

/**
 * Which office has a case, and what kind of post there: never a name or a telephone of somebody's
 * own.
 *
 * @param holder family, village, township, district or nobody
 * @param post worker, clerk, deputy or decider; empty where nobody of an office has it
 * @param area whose office it is
 */
record WhoHasIt(String holder, String office, String post, String area) {

  /**
   * What else decides it.
   *
   * @param served whether a decision reached the family; before it is the township's to bring
   * @param delegated the townships of the area confirm themselves (民发〔2022〕83号 四（一）)
   */
  record Where(boolean served, boolean delegated) {}

  static WhoHasIt of(State state, String area, Offices offices, Where where) {
    String town = area.substring(0, Math.min(9, area.length()));
    String county = area.substring(0, 6);
    return switch (state) {
      case AWAITING_PAPERS -> new WhoHasIt("family", offices.office(), "clerk", town);
      case ON_NOTICE, AWAITING_SERVICE -> new WhoHasIt("village", village(offices), "worker", area);
      case NOTICED -> new WhoHasIt("township", offices.office(), "deputy", town);
      case WITH_DISTRICT ->
          where.delegated()
              ? new WhoHasIt("township", offices.office(), "decider", town)
              : new WhoHasIt("district", offices.bureau(), "decider", county);
      case CONFIRMED, REFUSED ->
          where.served()
              ? new WhoHasIt("nobody", offices.office(), "", town)
              : new WhoHasIt("township", offices.office(), "clerk", town);
      case WITHDRAWN, ENDED, DONE, TAKEN_OVER -> new WhoHasIt("nobody", offices.office(), "", town);
      default -> new WhoHasIt("township", offices.office(), "clerk", town);
    };
  }

  private static String village(Offices offices) {
    return offices.village().isEmpty() ? offices.office() : offices.committee();
  }
}
