package org.yimen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yimen.identity.staff.Passwords;
import org.yimen.platform.testing.Desk;
import org.yimen.platform.testing.TestClock;

/**
 * Passwords that equipment, databases and office systems are delivered with or that everybody tries
 * first: none is taken on the way in or at a change, whatever the profile, and the like of each
 * that is nobody's default is.
 */
abstract class DefaultPasswords {

  private static final String OWN = "-Bulak-7-tash";

  /** 40, after what is delivered with them or who is known to use them. */
  private static final List<String> DEFAULTS =
      """
      admin admin123 Admin@123 Admin123456! admin@2026 administrator
      root root123456 Root@123456 toor system System@123 sysadmin Manager1!
      password Password1! P@ssw0rd P@ssw0rd1234 Passw0rd@2026 changeme Changeme_123
      123456 12345678 1234567890 000000000000 888888888888 Aa123456! Abc@123456 a1b2c3d4e5f6
      1qaz@WSX 1qaz2wsx3edc Qwer@1234 qwertyuiop12 Huawei@123 Admin@huawei.com
      postgres oracle123456 Welcome@123 yimen-demo Woaini1314!
      """
          .strip()
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();

  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired Passwords passwords;
  private StaffDesk desk;

  @BeforeEach
  void stands_before_the_choice_of_a_password() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("username", "newcomer");
    wanted.put("displayName", "新来的人");
    wanted.put("place", Map.of("unit", "education", "title", "联络人", "role", "townshipClerk"));
    Desk.Answer made = new Desk(port).as("security").post("/api/v1/accounts", wanted);
    desk = new StaffDesk(port, clock);
    StaffDesk.next(
        desk.desk().signIn("newcomer", made.json().get("password").asString()), "password");
  }

  @AfterEach
  void releaseClock() {
    clock.release();
  }

  @Test
  void each_is_refused_on_the_way_in_and_at_a_change_and_its_like_is_taken() {
    assertThat(DEFAULTS).hasSize(40).doesNotHaveDuplicates();
    DEFAULTS.forEach(known -> refused(known, Map.of("password", known)));
    StaffDesk.next(
        desk.post("password", Map.of("password", DEFAULTS.get(0) + OWN + "-A")), "enrol");
    desk.enrol();
    DEFAULTS.forEach(
        known ->
            refused(known, Map.of("present", DEFAULTS.get(0) + OWN + "-A", "password", known)));
    StaffDesk.next(
        desk.post(
            "password",
            Map.of("present", DEFAULTS.get(0) + OWN + "-A", "password", DEFAULTS.get(1) + OWN)),
        "done");
    for (String known : DEFAULTS) {
      assertThat(passwords.fault(known + OWN, "newcomer")).as(known).isEmpty();
    }
  }

  private void refused(String known, Map<String, Object> wanted) {
    Desk.Answer answer = desk.post("password", wanted);
    assertThat(answer.status()).as(known).isEqualTo(400);
    assertThat(answer.json().get("type").asString()).as(known).endsWith("weak-password");
  }
}
