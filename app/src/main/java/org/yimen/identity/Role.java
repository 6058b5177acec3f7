package org.yimen.identity;

import static org.yimen.identity.Permission.ACCOUNTS_MANAGE;
import static org.yimen.identity.Permission.ASSESS;
import static org.yimen.identity.Permission.AUDIT_READ;
import static org.yimen.identity.Permission.BANK_FIELDS;
import static org.yimen.identity.Permission.BREAK_GLASS;
import static org.yimen.identity.Permission.CASE_ACCEPT;
import static org.yimen.identity.Permission.CASE_ASSIGN;
import static org.yimen.identity.Permission.CASE_CHECK;
import static org.yimen.identity.Permission.CASE_DECIDE;
import static org.yimen.identity.Permission.CASE_INVESTIGATE;
import static org.yimen.identity.Permission.CASE_READ;
import static org.yimen.identity.Permission.CASE_REGISTER;
import static org.yimen.identity.Permission.CASE_REVIEW;
import static org.yimen.identity.Permission.DELIVERY_LOAD;
import static org.yimen.identity.Permission.DISABILITY_FIELDS;
import static org.yimen.identity.Permission.HEALTH_FIELDS;
import static org.yimen.identity.Permission.MINORS_APPROVE;
import static org.yimen.identity.Permission.OUTWARD;
import static org.yimen.identity.Permission.PAIR_SETTLE;
import static org.yimen.identity.Permission.PROGRAM_STATE;
import static org.yimen.identity.Permission.REGISTER_READ;
import static org.yimen.identity.Permission.RULES_READ;
import static org.yimen.identity.Permission.SCREENING_READ;
import static org.yimen.identity.Permission.VALUES_DECIDE;
import static org.yimen.identity.Permission.VALUES_PROPOSE;
import static org.yimen.identity.Permission.WHAT_IF;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a position may do. The usual ones are here; a district adds its own from the same
 * permissions in its bootstrap file.
 *
 * @param code the name in the API and in the database
 * @param title the Chinese name
 */
public record Role(String code, String title, Set<Permission> permissions) implements Serializable {

  public static final List<Role> BUILT_IN =
      List.of(
          new Role(
              "villageWorker",
              "村（社区）工作人员",
              of(
                  REGISTER_READ,
                  SCREENING_READ,
                  RULES_READ,
                  DISABILITY_FIELDS,
                  CASE_READ,
                  CASE_REGISTER,
                  CASE_INVESTIGATE)),
          new Role(
              "townshipClerk",
              "乡镇（街道）经办人",
              of(
                  REGISTER_READ,
                  PAIR_SETTLE,
                  SCREENING_READ,
                  RULES_READ,
                  ASSESS,
                  HEALTH_FIELDS,
                  DISABILITY_FIELDS,
                  BREAK_GLASS,
                  CASE_READ,
                  CASE_REGISTER,
                  CASE_ACCEPT,
                  CASE_ASSIGN,
                  CASE_INVESTIGATE)),
          new Role(
              "townshipDeputy",
              "乡镇（街道）分管领导",
              of(
                  REGISTER_READ,
                  SCREENING_READ,
                  RULES_READ,
                  HEALTH_FIELDS,
                  DISABILITY_FIELDS,
                  CASE_READ,
                  CASE_ASSIGN,
                  CASE_REVIEW)),
          new Role(
              "townshipLeader",
              "乡镇（街道）主要领导",
              of(
                  REGISTER_READ,
                  SCREENING_READ,
                  RULES_READ,
                  HEALTH_FIELDS,
                  DISABILITY_FIELDS,
                  CASE_READ,
                  CASE_DECIDE)),
          new Role(
              "districtChecker",
              "区县核对经办人",
              of(
                  REGISTER_READ,
                  SCREENING_READ,
                  RULES_READ,
                  HEALTH_FIELDS,
                  DISABILITY_FIELDS,
                  BANK_FIELDS,
                  CASE_READ,
                  CASE_CHECK)),
          new Role("districtOfficer", "区县经办人", businessBut(VALUES_DECIDE)),
          new Role("agricultureOfficer", "农业农村部门经办人", of(REGISTER_READ, RULES_READ, OUTWARD)),
          new Role("bureauLiaison", "部门联络员", of(DELIVERY_LOAD)),
          new Role(
              "leader",
              "负责人",
              of(
                  REGISTER_READ,
                  SCREENING_READ,
                  RULES_READ,
                  WHAT_IF,
                  VALUES_PROPOSE,
                  VALUES_DECIDE,
                  MINORS_APPROVE,
                  CASE_READ,
                  BREAK_GLASS)),
          new Role("systemAdmin", "系统管理员", of(PROGRAM_STATE)),
          new Role("securityAdmin", "安全管理员", of(ACCOUNTS_MANAGE)),
          new Role("auditAdmin", "审计管理员", of(AUDIT_READ)));

  public Role {
    EnumSet<Permission> set = EnumSet.noneOf(Permission.class);
    set.addAll(permissions);
    permissions = Collections.unmodifiableSet(set);
  }

  /** False where business meets administration, or two administrations meet. */
  public boolean keptApart() {
    return permissions.stream().map(Permission::kind).distinct().count() <= 1;
  }

  private static Set<Permission> of(Permission... permissions) {
    return Set.of(permissions);
  }

  private static Set<Permission> businessBut(Permission left) {
    EnumSet<Permission> set = EnumSet.noneOf(Permission.class);
    Arrays.stream(Permission.values())
        .filter(one -> one.kind() == Permission.Kind.BUSINESS)
        .filter(one -> one != left)
        .forEach(set::add);
    return set;
  }
}
