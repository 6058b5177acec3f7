package org.yimen.identity;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.yimen.platform.StartNotice;

/** Accounts of the demo, one for each position, whose password everybody may know. */
@Component
@Profile("demo")
class DemoAccounts implements StartNotice, InitializingBean {

  static final String PASSWORD = "yimen-demo";

  private static final String COUNTY_NAME = "达坂城区（示范）";
  private static final List<CurrentUser> USERS =
      List.of(
          new CurrentUser(
              "village", "示范·村工作人员", Role.VILLAGE_WORKER, "苇子村委会", "650107200200", "苇子村"),
          new CurrentUser(
              "township", "示范·乡镇经办人", Role.TOWNSHIP_CLERK, "东沟乡人民政府", "650107200", "东沟乡"),
          county("district", "示范·区县经办人", Role.DISTRICT_OFFICER, "区民政局"),
          county("bureau", "示范·部门联络员", Role.BUREAU_LIAISON, "区残联"),
          county("leader", "示范·负责人", Role.LEADER, "区人民政府"),
          county("system", "示范·系统管理员", Role.SYSTEM_ADMIN, "区数据中心"),
          county("security", "示范·安全管理员", Role.SECURITY_ADMIN, "区数据中心"),
          county("audit", "示范·审计管理员", Role.AUDIT_ADMIN, "区数据中心"));

  private final Accounts accounts;
  private final CheckPassword passwords;

  DemoAccounts(Accounts accounts, CheckPassword passwords) {
    this.accounts = accounts;
    this.passwords = passwords;
  }

  @Override
  public void afterPropertiesSet() {
    String hash = passwords.hash(PASSWORD);
    USERS.forEach(user -> accounts.add(new Accounts.Account(user, hash)));
  }

  /** Who may sign in to try the program, with the password that everybody may know. */
  List<CurrentUser> users() {
    return USERS;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("示范环境，口令公开，不得存放真实数据。账户（口令均为 " + PASSWORD + "）：");
    for (CurrentUser user : USERS) {
      lines.add("  %-9s %s".formatted(user.username(), user.role().title()));
    }
    return lines;
  }

  private static CurrentUser county(String username, String displayName, Role role, String unit) {
    return new CurrentUser(username, displayName, role, unit, "", COUNTY_NAME);
  }
}
