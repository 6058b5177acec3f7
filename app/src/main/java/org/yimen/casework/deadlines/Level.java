package org.yimen.casework.deadlines;

import java.util.Arrays;
import java.util.stream.Stream;
import org.yimen.casework.State;
import org.yimen.identity.Access;
import org.yimen.identity.Permission;
import org.yimen.policy.facts.Coded;

/** Who has a limit to keep, or is told of one that somebody below has not kept. */
enum Level implements Coded {
  VILLAGE("village", "村（社区）", 0),
  TOWNSHIP("township", "乡镇（街道）经办人", 0),
  DEPUTY("deputy", "分管领导", 1),
  LEADER("leader", "主要领导", 2),
  DISTRICT("district", "区县", 3),
  OFFICE("office", "专班", 3);

  private static final int TOWN_CODE = 9;

  private final String code;
  private final String title;
  private final int rank;

  Level(String code, String title, int rank) {
    this.code = code;
    this.title = title;
    this.rank = rank;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String title() {
    return title;
  }

  /** From which degree on something late comes up to it; 0: nothing does. */
  int rank() {
    return rank;
  }

  /** The level of the signed-in user. */
  static Level of(Access access) {
    boolean town = access.areaPrefix().length() >= TOWN_CODE;
    if (access.may(Permission.CASE_DECIDE)) {
      return town ? LEADER : DISTRICT;
    }
    if (access.may(Permission.CASE_REVIEW)) {
      return DEPUTY;
    }
    if (access.may(Permission.CASE_ACCEPT)) {
      return TOWNSHIP;
    }
    if (access.may(Permission.CASE_CHECK)) {
      return DISTRICT;
    }
    return access.may(Permission.CASE_INVESTIGATE) ? VILLAGE : OFFICE;
  }

  /** Who keeps what runs in a state; what still runs after a decision is its service. */
  static Level holding(State state) {
    if (state == State.NOTICED) {
      return DEPUTY;
    }
    return switch (state.holder()) {
      case VILLAGE, NOBODY -> VILLAGE;
      case DISTRICT -> DISTRICT;
      case TOWNSHIP, FAMILY -> TOWNSHIP;
    };
  }

  /** The codes of the states in which it has a case. */
  String[] states() {
    return Arrays.stream(State.values())
        .filter(state -> holding(state) == this)
        .map(State::code)
        .toArray(String[]::new);
  }

  /** In words, for an answer that names what can be asked for. */
  static String codes() {
    return String.join("、", Stream.of(values()).map(Level::code).toList());
  }
}
