package org.yimen.identity;

import static org.yimen.identity.Permission.ASSESS;
import static org.yimen.identity.Permission.DELIVERY_LOAD;
import static org.yimen.identity.Permission.PAIR_SETTLE;
import static org.yimen.identity.Permission.REGISTER_READ;
import static org.yimen.identity.Permission.RULES_READ;
import static org.yimen.identity.Permission.SCREENING_READ;
import static org.yimen.identity.Permission.VALUES_DECIDE;
import static org.yimen.identity.Permission.VALUES_PROPOSE;
import static org.yimen.identity.Permission.WHAT_IF;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The positions that sign in. The three administrators are kept apart from each other and from all
 * business data (GB/T 22239-2019, level 3).
 */
public enum Role {
  VILLAGE_WORKER("villageWorker", "村（社区）工作人员", REGISTER_READ, SCREENING_READ, RULES_READ),
  TOWNSHIP_CLERK(
      "townshipClerk", "乡镇（街道）经办人", REGISTER_READ, PAIR_SETTLE, SCREENING_READ, RULES_READ, ASSESS),
  DISTRICT_OFFICER("districtOfficer", "区县经办人", allBut(VALUES_DECIDE)),
  BUREAU_LIAISON("bureauLiaison", "部门联络员", DELIVERY_LOAD),
  LEADER(
      "leader",
      "负责人",
      REGISTER_READ,
      SCREENING_READ,
      RULES_READ,
      WHAT_IF,
      VALUES_PROPOSE,
      VALUES_DECIDE),
  SYSTEM_ADMIN("systemAdmin", "系统管理员"),
  SECURITY_ADMIN("securityAdmin", "安全管理员"),
  AUDIT_ADMIN("auditAdmin", "审计管理员");

  private final String code;
  private final String title;
  private final Set<Permission> permissions;

  Role(String code, String title, Permission... permissions) {
    this.code = code;
    this.title = title;
    Set<Permission> set = EnumSet.noneOf(Permission.class);
    set.addAll(List.of(permissions));
    this.permissions = Collections.unmodifiableSet(set);
  }

  private static Permission[] allBut(Permission kept) {
    return EnumSet.complementOf(EnumSet.of(kept)).toArray(Permission[]::new);
  }

  /** The name in the API and in the database. */
  public String code() {
    return code;
  }

  /** The Chinese name. */
  public String title() {
    return title;
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  static Role of(String code) {
    return Arrays.stream(values()).filter(role -> role.code.equals(code)).findAny().orElseThrow();
  }
}
