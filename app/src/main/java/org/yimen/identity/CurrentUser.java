package org.yimen.identity;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who is signed in.
 *
 * @param areaCode what the codes of all areas in scope begin with; empty for no limit
 */
public record CurrentUser(
    String username, String displayName, Role role, String unit, String areaCode, String areaName)
    implements Principal, Serializable {

  @Override
  public String getName() {
    return username;
  }
}
