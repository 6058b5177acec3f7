package org.yimen.platform.production;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Looks at the home's files, the virtual machine and its logging. */
@Component
@Order(2)
class MachineSafety implements SafetyCheck {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  /** What these would log at their finest holds the values of requests and of statements. */
  private static final List<String> TALKATIVE =
      List.of(
          "org.springframework.jdbc.core.StatementCreatorUtils",
          "org.springframework.web.servlet.mvc.method.annotation.HttpEntityMethodProcessor",
          "org.postgresql",
          "org.apache.coyote.http11",
          "org.apache.tomcat.util.net");

  private static final int BEIJING = 8 * 3600 * 1000;

  private final Path home;

  MachineSafety(@Value("${yimen.home:data}") String home) {
    this.home = Path.of(home);
  }

  @Override
  public List<String> findings() {
    List<String> findings = new ArrayList<>();
    try {
      for (Path secret : secrets()) {
        if (openToOthers(secret)) {
          findings.add(
              "%s 对本机其他用户开放：请运行 chmod %s %s。"
                  .formatted(secret, Files.isDirectory(secret) ? "700" : "600", secret));
        }
      }
    } catch (IOException e) {
      findings.add("读不到数据目录 %s 的权限：请检查它的所有者是否为运行程序的用户。".formatted(home));
    }
    if (Files.exists(home.resolve("demo"))) {
      findings.add("数据目录 %s 是示范环境：请另选一个空的 YIMEN_HOME，再用 --production 启动。".formatted(home));
    }
    if (TimeZone.getDefault().getOffset(System.currentTimeMillis()) != BEIJING) {
      findings.add("程序没有按北京时间运行：请设置环境变量 TZ=Asia/Shanghai。");
    }
    machine(findings);
    return findings;
  }

  private static void machine(List<String> findings) {
    List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (arguments.stream()
        .anyMatch(a -> a.startsWith("-agentlib:jdwp") || a.contains("jmxremote"))) {
      findings.add("Java 开着远程调试或 JMX 端口：请从 YIMEN_JAVA_OPTS 去掉 -agentlib:jdwp 和 jmxremote。");
    }
    for (String name : TALKATIVE) {
      if (LoggerFactory.getLogger(name).isDebugEnabled()) {
        findings.add("日志 %s 开到了调试级别，会写入个人信息：请把它的 logging.level 调回 WARN。".formatted(name));
      }
    }
  }

  private List<Path> secrets() throws IOException {
    List<Path> secrets = new ArrayList<>();
    if (Files.exists(home)) {
      secrets.add(home);
      try (Stream<Path> inside = Files.list(home)) {
        inside.filter(MachineSafety::secret).sorted().forEach(secrets::add);
      }
    }
    return secrets;
  }

  private static boolean secret(Path file) {
    String name = file.getFileName().toString();
    return name.equals("database.password") || name.contains("key") || name.equals("settings.yaml");
  }

  private static boolean openToOthers(Path path) throws IOException {
    return Files.getFileStore(path).supportsFileAttributeView("posix")
        && Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains);
  }
}
