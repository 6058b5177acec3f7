package org.yimen.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.yimen.platform.testing.OnPostgres;

/** Each unsafe setting is told in a sentence of its own, and none of a safe installation. */
@OnPostgres
class UnsafeSettingsTests {

  @Autowired List<SafetyCheck> checks;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "data_checksums, off, 校验和",
    "fsync, off, fsync",
    "full_page_writes, off, full_page_writes",
    "synchronous_commit, off, synchronous_commit",
    "password_encryption, md5, MD5",
    "log_statement, all, log_statement",
    "log_min_duration_statement, 0, log_min_duration_statement",
    "superuser, true, 超级用户",
    "exposed, true, sslmode",
    "zone, false, 北京时间"
  })
  void an_unsafe_setting_of_the_database_is_told_alone(String name, String value, String told) {
    Map<String, String> answers = new HashMap<>(safe());
    assertThat(DatabaseSafety.faults(answers)).isEmpty();
    answers.put(name, value);
    assertThat(DatabaseSafety.faults(answers)).singleElement().asString().contains(told);
  }

  @Test
  void the_database_of_the_tests_itself_says_what_it_would_lose() {
    assertThat(findings("DatabaseSafety"))
        .anyMatch(text -> text.contains("fsync"))
        .anyMatch(text -> text.contains("synchronous_commit"))
        .anyMatch(text -> text.contains("full_page_writes"))
        .noneMatch(text -> text.contains("校验和") || text.contains("trust"));
  }

  @ParameterizedTest
  @CsvSource({
    "yimen.proxy, '', 没有 HTTPS",
    "server.address, 0.0.0.0, 监听所有网卡",
    "server.servlet.session.cookie.secure, false, Secure",
    "server.servlet.session.cookie.http-only, false, HttpOnly",
    "management.endpoints.web.exposure.include, '*', 管理接口",
    "yimen.demo-asked, yes, --demo"
  })
  void an_unsafe_setting_of_the_web_is_told_alone(String name, String value, String told) {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("yimen.proxy", "127.0.0.1")
            .withProperty("server.address", "127.0.0.1")
            .withProperty("server.servlet.session.cookie.secure", "true")
            .withProperty("management.endpoints.web.exposure.include", "health,prometheus");
    assertThat(new WebSafety(settings).findings()).isEmpty();
    settings.setProperty(name, value);
    assertThat(new WebSafety(settings).findings()).singleElement().asString().contains(told);
  }

  @Test
  void a_clock_that_a_file_moves_is_told() {
    MockEnvironment settings = new MockEnvironment();
    assertThat(new ClockSafety(settings).findings()).isEmpty();
    settings.setProperty("yimen.clock-file", "days.txt");
    assertThat(new ClockSafety(settings).findings())
        .singleElement()
        .asString()
        .contains("yimen.clock-file");
  }

  @Test
  void a_certificate_of_ones_own_may_be_reached_from_everywhere() {
    MockEnvironment settings =
        new MockEnvironment()
            .withProperty("server.ssl.certificate", "file:cert.pem")
            .withProperty("server.address", "0.0.0.0")
            .withProperty("server.servlet.session.cookie.secure", "true")
            .withProperty("management.endpoints.web.exposure.include", "health");
    assertThat(new WebSafety(settings).findings()).isEmpty();
  }

  @Test
  void files_that_others_may_read_a_demo_home_and_a_foreign_time_zone_are_told() throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Path key = Files.writeString(folder.resolve("data.key"), "secret");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      MachineSafety check = new MachineSafety(folder.toString());
      assertThat(check.findings()).isEmpty();

      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
      assertThat(check.findings()).singleElement().asString().contains("data.key", "chmod 600");
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      assertThat(check.findings()).singleElement().asString().contains("chmod 700");
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.writeString(folder.resolve("demo"), "");
      assertThat(check.findings()).singleElement().asString().contains("示范环境");
      Files.delete(folder.resolve("demo"));
      TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
      assertThat(check.findings()).singleElement().asString().contains("TZ=Asia/Shanghai");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void accounts_of_the_demo_are_told_and_one_that_kept_its_known_password_too() {
    assertThat(findings("AccountSafety")).singleElement().asString().contains("示范账户", "village");
    jdbc.sql("update identity.account set factor_required = true").update();
    assertThat(findings("AccountSafety")).singleElement().asString().contains("示范口令", "village");
    jdbc.sql("update identity.account set password_hash = '{noop}Other-than-known-1'").update();
    assertThat(findings("AccountSafety")).isEmpty();
  }

  @Test
  void heads_beside_the_chains_and_a_clock_behind_the_last_entry_are_told() {
    jdbc.sql(
            """
            insert into audit.entry (part, seq, at, who, unit, role, deed, object, why, done, hash)
            values (15, 900001, now() + interval '3 days', '', '', '', 'x', '', '', true, '')
            """)
        .update();
    assertThat(findings("HeadsSafety"))
        .hasSize(2)
        .anyMatch(text -> text.contains("yimen.audit.heads"))
        .anyMatch(text -> text.contains("机器时间"));
  }

  private List<String> findings(String check) {
    return checks.stream()
        .filter(one -> one.getClass().getSimpleName().equals(check))
        .findAny()
        .orElseThrow()
        .findings();
  }

  private static Map<String, String> safe() {
    return Map.of(
        "data_checksums", "on",
        "fsync", "on",
        "full_page_writes", "on",
        "synchronous_commit", "on",
        "password_encryption", "scram-sha-256",
        "log_statement", "none",
        "log_min_duration_statement", "-1",
        "superuser", "false",
        "exposed", "false",
        "zone", "true");
  }
}
