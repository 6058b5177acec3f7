package org.yimen.platform.production;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yimen.platform.PlainFailure;

/** Asks the database itself whether it keeps what it has acknowledged, and from whom. */
@Component
@Order(1)
class DatabaseSafety implements SafetyCheck {

  private static final String ASK =
      """
      select name, setting from pg_settings
      where name in ('data_checksums', 'fsync', 'synchronous_commit', 'full_page_writes',
        'password_encryption', 'log_statement', 'log_min_duration_statement')
      union all
      select 'superuser', (rolsuper or rolbypassrls)::text from pg_roles where rolname = current_user
      union all
      select 'exposed', (not ssl and inet_server_addr() is not null
        and not inet_server_addr() <<= '127.0.0.0/8' and inet_server_addr() <> '::1')::text
      from pg_stat_ssl where pid = pg_backend_pid()
      union all
      select 'zone', (extract(timezone from now()) = 8 * 3600)::text
      """;

  private static final Set<String> LOSING_COMMITS = Set.of("off");

  private final JdbcConnectionDetails database;

  DatabaseSafety(JdbcConnectionDetails database) {
    this.database = database;
  }

  @Override
  public List<String> findings() {
    String password = database.getPassword();
    List<String> findings = new ArrayList<>(faults(asked()));
    if (password == null || password.isEmpty()) {
      findings.add("数据库没有口令：请为数据库用户设置口令，并写入 YIMEN_DATABASE_PASSWORD。");
    } else if (opens(password + "-no")) {
      findings.add("数据库不核对口令（trust）：请把 pg_hba.conf 改为 scram-sha-256 后重新加载。");
    }
    return findings;
  }

  /** What these answers of a server give to complain of. */
  static List<String> faults(Map<String, String> answers) {
    List<String> findings = new ArrayList<>();
    if (!"on".equals(answers.get("data_checksums"))) {
      findings.add("数据页没有校验和（data_checksums）：停库后运行 pg_checksums --enable，或用 initdb -k 重建后导入。");
    }
    for (String name : List.of("fsync", "full_page_writes")) {
      if (!"on".equals(answers.get(name))) {
        findings.add("数据库的 %s 已关闭，断电会丢失或损坏数据：请在 postgresql.conf 设为 on。".formatted(name));
      }
    }
    if (LOSING_COMMITS.contains(answers.getOrDefault("synchronous_commit", "off"))) {
      findings.add("数据库的 synchronous_commit 为 off，已确认的数据可能丢失：请设为 on。");
    }
    findings.addAll(readers(answers));
    return findings;
  }

  /** What lets others read or act who should not. */
  private static List<String> readers(Map<String, String> answers) {
    List<String> findings = new ArrayList<>();
    if ("md5".equals(answers.get("password_encryption"))) {
      findings.add("数据库口令用 MD5 保存：请把 password_encryption 设为 scram-sha-256 并重设口令。");
    }
    if (!"none".equals(answers.getOrDefault("log_statement", "none"))
        || !"-1".equals(answers.getOrDefault("log_min_duration_statement", "-1"))) {
      findings.add(
          "数据库把语句写进日志，日志会含个人信息：请把 log_statement 设为 none、log_min_duration_statement 设为 -1。");
    }
    if ("true".equals(answers.get("superuser"))) {
      findings.add("程序以数据库超级用户连接：请另建普通用户作为数据库的所有者，写入 YIMEN_DATABASE_USER。");
    }
    if ("true".equals(answers.get("exposed"))) {
      findings.add("到数据库的连接跨机器且没有加密：请在 YIMEN_DATABASE_URL 末尾加 sslmode=verify-full 并配置证书。");
    }
    if ("false".equals(answers.get("zone"))) {
      findings.add("数据库会话不是北京时间，期限会算错：请去掉连接地址里的时区设置，并设 TZ=Asia/Shanghai。");
    }
    return findings;
  }

  private Map<String, String> asked() {
    Map<String, String> answers = new HashMap<>();
    try (Connection connection = open(String.valueOf(database.getPassword()));
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ASK)) {
      while (rows.next()) {
        answers.put(rows.getString(1), String.valueOf(rows.getString(2)));
      }
      return answers;
    } catch (SQLException e) {
      throw new PlainFailure("数据库没有应答，无法检查它的设置，程序不启动。", e);
    }
  }

  private boolean opens(String password) {
    try (Connection connection = open(password)) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection open(String password) throws SQLException {
    return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), password);
  }
}
