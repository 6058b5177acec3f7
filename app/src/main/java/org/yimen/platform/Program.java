package org.yimen.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.yimen.platform.production.Production;

/**
 * The application as a command sees it. A command class takes a Program in its constructor and
 * opens the application only when it needs one.
 */
public final class Program {

  /** What a command does inside the open application; returns the exit code. */
  public interface Deed {
    int run(ApplicationContext context) throws Exception;
  }

  private final Class<?> application;
  private String command = "";

  public Program(Class<?> application) {
    this.application = application;
  }

  /** Which command is run, such as {@code export links}, for who keeps what was done. */
  public void runs(String named) {
    command = named;
  }

  /** The folder of this installation: {@code YIMEN_HOME}, by default {@code data}. */
  public static Path home() {
    String home = System.getenv("YIMEN_HOME");
    return Path.of(home == null || home.isEmpty() ? "data" : home).toAbsolutePath();
  }

  /**
   * Settings that make the application read these rules folders over the national ones. They are
   * remembered in the home; where none are named those of the last time hold, which is told.
   *
   * @throws PlainFailure if a folder is not there or the home can't be written
   */
  public static Map<String, Object> areas(@Nullable List<Path> folders) {
    return areas(home(), folders);
  }

  static Map<String, Object> areas(Path home, @Nullable List<Path> named) {
    Path memory = home.resolve("area");
    List<Path> chosen = named == null ? List.of() : named;
    boolean again = chosen.isEmpty();
    try {
      List<Path> folders = again ? remembered(memory) : absolute(chosen);
      for (Path folder : folders) {
        if (!Files.isDirectory(folder)) {
          throw new PlainFailure(
              "找不到地区规则目录：%s。请用 --area 指定正确的目录；要改用全国默认值，请删除 %s。".formatted(folder, memory));
        }
      }
      if (folders.isEmpty()) {
        return Map.of();
      }
      String told = folders.stream().map(Path::toString).collect(Collectors.joining(","));
      if (again) {
        System.err.printf("沿用上次的地区规则目录：%s（另选用 --area）%n", told);
      } else {
        Files.createDirectories(home);
        Files.write(memory, folders.stream().map(Path::toString).toList());
      }
      return Map.of("yimen.area", told);
    } catch (IOException e) {
      throw new PlainFailure("无法读写 %s，请检查目录 YIMEN_HOME 的权限。".formatted(memory), e);
    }
  }

  private static List<Path> absolute(List<Path> folders) {
    return folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
  }

  private static List<Path> remembered(Path memory) throws IOException {
    return Files.exists(memory)
        ? Files.readAllLines(memory).stream().filter(line -> !line.isBlank()).map(Path::of).toList()
        : List.of();
  }

  /**
   * Opens the application without its web pages, does the deed and closes it.
   *
   * @param settings properties that win over the configured ones
   * @return the deed's exit code, or 2 after a failure, which has been told on standard error
   */
  public int run(Map<String, Object> settings, Deed deed) {
    try (ConfigurableApplicationContext context = open(WebApplicationType.NONE, settings)) {
      tellCommand(context);
      return deed.run(context);
    } catch (Exception e) {
      return tell(e);
    }
  }

  /** Opens the application with its web pages; it stays open until the process is asked to end. */
  public int serve(Map<String, Object> settings, Deed afterStart) {
    try {
      ConfigurableApplicationContext context = open(WebApplicationType.SERVLET, settings);
      tellCommand(context);
      return afterStart.run(context);
    } catch (Exception e) {
      return tell(e);
    }
  }

  /** Told before it is done, as much of it is done in steps of its own. */
  private void tellCommand(ConfigurableApplicationContext context) {
    context.publishEvent(new CommandRun(System.getProperty("user.name", ""), command));
  }

  private ConfigurableApplicationContext open(
      WebApplicationType type, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    if (Production.MODE.equals(all.get("yimen.mode")) || Production.of(home())) {
      all.putAll(Production.settings());
    }
    String[] arguments =
        all.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new SpringApplicationBuilder(application).web(type).run(arguments);
  }

  private static int tell(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PlainFailure) {
        System.err.println(cause.getMessage());
        LoggerFactory.getLogger(Program.class).error("told the user", e);
        return 2;
      }
      if (cause instanceof PortInUseException port) {
        System.err.printf("端口 %d 已被占用。请用 --port 换一个端口，或先停止占用它的程序。%n", port.getPort());
        return 2;
      }
    }
    LoggerFactory.getLogger(Program.class).error("the command failed", e);
    System.err.println("程序出错，未能完成。详情见 " + home().resolve("log").resolve("yimen.log"));
    return 2;
  }
}
