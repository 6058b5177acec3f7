package org.yimen;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yimen.platform.Program;
import org.yimen.platform.StartNotice;
import org.yimen.platform.production.Production;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the pages. A new home becomes a demo, unless it is started empty. */
@Command(
    name = "start",
    description = "启动网页服务。首次启动时自带虚构的示范区；加 --empty 则为空的正式环境。",
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  private static final int STAYS_OPEN = -1;

  private final Program program;

  @Option(names = "--port", description = "端口，默认 ${DEFAULT-VALUE}", defaultValue = "8080")
  int port;

  @Option(names = "--host", description = "监听地址，默认只对本机开放", defaultValue = "127.0.0.1")
  String host = "127.0.0.1";

  @Option(names = "--area", description = "地区规则目录，可重复")
  @Nullable List<Path> areas;

  @Option(names = "--empty", description = "不装入示范区")
  boolean empty;

  @Option(names = "--demo", description = "开放口令公开的示范账户（不要用于真实数据）")
  boolean demo;

  @Option(names = "--bootstrap", description = "引导文件：单位、区域、角色、岗位、人员（YAML），不装入示范区")
  @Nullable Path bootstrap;

  @Option(names = "--production", description = "正式运行：设置不安全就不启动；同一目录以后一直如此")
  boolean production;

  StartCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() throws IOException {
    if (taken()) {
      System.err.printf("端口 %d 已被占用。请用 --port 换一个端口，或先停止占用它的程序。%n", port);
      return 2;
    }
    if (bootstrap != null && !Files.isReadable(bootstrap)) {
      System.err.printf("读不到引导文件 %s。%n", bootstrap);
      return 2;
    }
    production = production || Production.of(Program.home());
    empty = empty || production || bootstrap != null;
    System.err.println("正在启动……");
    return program.serve(
        settings(),
        context -> {
          if (production) {
            Production.remember(Program.home());
          }
          System.out.printf("%n一门已启动：http://localhost:%d%n", port);
          context.getBeanProvider(StartNotice.class).stream()
              .flatMap(notice -> notice.lines().stream())
              .forEach(System.out::println);
          System.out.printf("按 Ctrl-C 停止。%n");
          return STAYS_OPEN;
        });
  }

  private Map<String, Object> settings() throws IOException {
    Map<String, Object> settings = new HashMap<>(Program.areas(areas));
    settings.put("server.port", port);
    settings.put("server.address", host);
    settings.put("yimen.empty", empty);
    if (bootstrap != null) {
      settings.put("yimen.bootstrap", bootstrap.toAbsolutePath());
    }
    if (production) {
      settings.put("yimen.mode", Production.MODE);
      settings.put("yimen.demo-asked", demo ? "yes" : "");
    }
    settings.put("spring.profiles.active", !production && (demo || demoHome()) ? "demo" : "plain");
    return settings;
  }

  /**
   * A home is a demo when its first start made it one; data loaded before that are taken as real.
   */
  private boolean demoHome() throws IOException {
    Path home = Program.home();
    Path mark = home.resolve("demo");
    String outside = System.getenv("YIMEN_DATABASE_URL");
    boolean fresh =
        !Files.exists(home.resolve("database")) && (outside == null || outside.isEmpty());
    if (fresh && !empty) {
      Files.createDirectories(home);
      Files.writeString(mark, "示范环境：账户口令公开，不得存放真实数据。\n");
    }
    return Files.exists(mark);
  }

  private boolean taken() {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(host))) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
