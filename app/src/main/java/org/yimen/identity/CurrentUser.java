package org.yimen.identity;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, in which position.
 *
 * @param areaCode what the codes of all areas in scope begin with; empty for no limit
 * @param emergency the time in which more is shown than the position allows
 */
public record CurrentUser(
    String username,
    String displayName,
    Role role,
    String unit,
    String areaCode,
    String areaName,
    Position position,
    @Nullable Emergency emergency)
    implements Principal, Serializable {

  /**
   * The position, whose open work passes to the successor.
   *
   * @param code empty where nobody has to hold one
   * @param until the first day on which somebody else may hold it; null while that is open
   */
  public record Position(String code, Reach reach, @Nullable LocalDate until)
      implements Serializable {}

  /** How far the position reaches: all of its area, its unit's own data, or only one's own. */
  public enum Reach {
    AREA,
    UNIT,
    OWN
  }

  /** A look beyond the own area and fields, for reading only. */
  public record Emergency(Instant until, String reason) implements Serializable {}

  @Override
  public String getName() {
    return username;
  }

  /** The same person with or without an emergency. */
  public CurrentUser in(@Nullable Emergency now) {
    return new CurrentUser(username, displayName, role, unit, areaCode, areaName, position, now);
  }
}
