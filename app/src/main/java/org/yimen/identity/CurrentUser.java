package org.yimen.identity;

import java.io.Serializable;

/**
 * Who is signed in.
 *
 * @param areaCode what the codes of all areas in scope begin with; empty for no limit
 */
public record CurrentUser(
    String username, String displayName, Role role, String unit, String areaCode, String areaName)
    implements Serializable {}
