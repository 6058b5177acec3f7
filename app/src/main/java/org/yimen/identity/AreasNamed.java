package org.yimen.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bootstrap file names the areas of a district; the register keeps them. */
public record AreasNamed(List<Area> areas) {

  /** Code of 6, 9 or 12 digits; level is county, town or village. */
  public record Area(String code, String name, String level, @Nullable String parent) {}
}
