package org.yimen.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code yimen start --production} of an unsafe home and of a safe one. */
class ProductionModeIT {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  @Test
  void an_unsafe_home_is_refused_with_everything_that_is_wrong_at_once() throws Exception {
    RunningProgram program = new RunningProgram("unsafe").with("YIMEN_CLOCK_FILE", "days.txt");
    String port = String.valueOf(RunningProgram.freePort());
    program.run(2, LIMIT, "start", "--production", "--demo", "--host", "0.0.0.0", "--port", port);
    assertThat(program.output())
        .contains(
            "有 5 项设置不安全", "没有 HTTPS", "监听所有网卡", "--demo", "yimen.audit.heads", "yimen.clock-file")
        .doesNotContain("一门已启动", "Exception", "yimen-demo");
  }

  @Test
  void a_safe_home_starts_behind_its_proxy_and_stays_in_production() throws Exception {
    RunningProgram program = new RunningProgram("safe");
    Path heads = Files.createDirectories(Path.of("target", "homes", "heads")).toAbsolutePath();
    Path settings =
        Files.writeString(
            program.home().resolve("settings.yaml"),
            "yimen:\n  proxy: 127.0.0.1\n  audit.heads: %s\n".formatted(heads));
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
    int port = RunningProgram.freePort();
    for (String flag : new String[] {"--production", "--empty"}) {
      Process served = program.begin("start", flag, "--port", String.valueOf(port));
      try {
        RunningProgram.awaitPage(
            served, "http://localhost:" + port + "/actuator/health/readiness", LIMIT);
        answersEncryptedOnly(port);
      } finally {
        served.destroyForcibly().waitFor(30, TimeUnit.SECONDS); // leaves its database behind
      }
    }
    assertThat(program.output()).contains("一次性口令").doesNotContain("yimen-demo", "Exception");
    program.run(0, LIMIT, "verify");
  }

  private static void answersEncryptedOnly(int port) throws Exception {
    HttpResponse<String> plain = ask(port, null);
    assertThat(plain.statusCode()).isEqualTo(403);
    assertThat(plain.body()).contains("/problems/not-allowed", "https");
    HttpResponse<String> proxied = ask(port, "https");
    assertThat(proxied.statusCode()).isEqualTo(401); // nobody is signed in
    assertThat(proxied.headers().allValues("Strict-Transport-Security")).isNotEmpty();
    assertThat(proxied.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
  }

  private static HttpResponse<String> ask(int port, String scheme) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/session"));
    if (scheme != null) {
      request.header("X-Forwarded-Proto", scheme).header("X-Forwarded-For", "10.1.2.3");
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
