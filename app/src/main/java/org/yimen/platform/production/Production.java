package org.yimen.platform.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.yimen.platform.PlainFailure;

/**
 * Whether an installation runs in production mode. A home that was once started in it stays in it:
 * who forgets the flag doesn't open the register less protected.
 */
public final class Production {

  /** The value of {@code yimen.mode}. */
  public static final String MODE = "production";

  /**
   * What the name of a cookie begins with that a browser takes only over TLS, of this very host and
   * for all its paths (RFC 6265bis 4.1.3.2): a neighbouring host can't plant one.
   */
  public static final String OF_THIS_HOST = "__Host-";

  private static final Pattern IN_SETTINGS =
      Pattern.compile("(?m)^(yimen\\.mode|\\s+mode):\\s*[\"']?" + MODE + "\\b");

  private Production() {}

  /** Asked for by {@code YIMEN_MODE}, by the home's settings, or by an earlier start. */
  public static boolean of(Path home) {
    return MODE.equals(System.getenv("YIMEN_MODE")) || inHome(home);
  }

  static boolean inHome(Path home) {
    try {
      Path settings = home.resolve("settings.yaml");
      return Files.exists(mark(home))
          || Files.exists(settings) && IN_SETTINGS.matcher(Files.readString(settings)).find();
    } catch (IOException e) {
      throw new PlainFailure("无法读取 %s 中的设置，请检查权限。".formatted(home), e);
    }
  }

  /** Remembers that this home is in production. */
  public static void remember(Path home) throws IOException {
    Files.createDirectories(home);
    Files.writeString(mark(home), "正式运行。删除本文件后，不带 --production 的启动不再检查设置。\n");
  }

  /** What the application is opened with in this mode. */
  public static Map<String, Object> settings() {
    return Map.of(
        "yimen.mode",
        MODE,
        "server.servlet.session.cookie.secure",
        true,
        "server.servlet.session.cookie.name",
        OF_THIS_HOST + "YIMEN");
  }

  private static Path mark(Path home) {
    return home.resolve(MODE);
  }
}
