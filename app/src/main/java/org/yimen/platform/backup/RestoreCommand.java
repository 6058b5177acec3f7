package org.yimen.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yimen.platform.PlainFailure;
import org.yimen.platform.Program;
import org.yimen.platform.database.EmbeddedServer;
import org.yimen.platform.secrecy.Secrecy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code yimen restore FILE}: a backup into an empty home. */
@Command(
    name = "restore",
    description = "把备份恢复到一个空的数据目录（YIMEN_HOME）或空的数据库。需要当时的密钥文件。",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  /**
   * What a home may hold before: keys, published heads of the audit, logs, the server's programs.
   */
  private static final List<String> ALLOWED =
      List.of("keys", "audit", "log", "area", "server.lock", "server-");

  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE", description = "备份文件")
  private Path file = Path.of("");

  RestoreCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    // nothing has set the log up yet
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger log) {
      log.setLevel(ch.qos.logback.classic.Level.ERROR);
    }
    Path home = Program.home();
    requireEmpty(home);
    ReadBackup backup = new ReadBackup(Secrecy.withoutDatabase(), file);
    ReadBackup.Checked checked = backup.check(); // before anything is made
    System.err.printf("备份完好（%s，%d 行），正在恢复……%n", checked.contents().at(), checked.rows());
    Files.createDirectories(home);
    Path mark = home.resolve(EmbeddedServer.UNFINISHED);
    Files.writeString(mark, "恢复没有完成。\n");
    into(home, backup);
    Files.delete(mark);
    return program.run(
        Map.of(),
        context -> {
          System.out.printf(
              "已恢复 %d 行、%d 个文件，逐表核对一致。%n若保存过审计链尾 audit/heads.csv，请放回数据目录并运行 yimen verify，以确认不是旧备份。%n",
              checked.rows(), checked.files());
          return 0;
        });
  }

  private static void requireEmpty(Path home) throws IOException {
    if (!Files.isDirectory(home)) {
      return;
    }
    try (Stream<Path> files = Files.list(home)) {
      List<String> others =
          files
              .map(found -> found.getFileName().toString())
              .filter(name -> ALLOWED.stream().noneMatch(name::startsWith))
              .toList();
      if (!others.isEmpty()) {
        throw new PlainFailure(
            "数据目录 %s 不是空的（有 %s），不能恢复到这里。请先移走原有数据（只留 keys 文件夹），或用 YIMEN_HOME 指定一个新目录。"
                .formatted(home, others.get(0)));
      }
    }
  }

  private static void into(Path home, ReadBackup backup) throws IOException {
    String outside = System.getenv("YIMEN_DATABASE_URL");
    if (outside != null && !outside.isEmpty()) {
      String url = outside.startsWith("jdbc:") ? outside : "jdbc:" + outside;
      new RestoreBackup(
              backup, source(url, setting("USER", "yimen"), setting("PASSWORD", "")), home)
          .restore();
      return;
    }
    try (EmbeddedServer server = EmbeddedServer.join(home, List.of())) {
      DataSource database = source(server.url(), server.user(), server.password());
      new RestoreBackup(backup, database, home).restore();
    }
  }

  private static String setting(String name, String usual) {
    String value = System.getenv("YIMEN_DATABASE_" + name);
    return value == null ? usual : value;
  }

  private static DataSource source(String url, String user, String password) {
    return new DriverManagerDataSource(url, user, password);
  }
}
