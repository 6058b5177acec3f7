package org.yimen.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.yimen.identity.staff.DemoAccounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of the demo's people at their desk, who works through the program's API as a browser does.
 */
final class DemoDesk {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI program;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

  private DemoDesk(URI program) {
    this.program = program;
  }

  /** Somebody who has signed in. */
  static DemoDesk of(URI program, String username) throws IOException, InterruptedException {
    DemoDesk desk = new DemoDesk(program);
    desk.look(); // who isn't signed in is told so, and gets the token that a change needs
    desk.post("/api/v1/session", Map.of("username", username, "password", DemoAccounts.PASSWORD));
    desk.look();
    return desk;
  }

  /** Shows once more who it is, as is asked before something weighty. */
  void confirm() throws IOException, InterruptedException {
    post("/api/v1/session/confirmation", Map.of("secret", DemoAccounts.PASSWORD));
  }

  private void look() throws IOException, InterruptedException {
    browser.send(
        HttpRequest.newBuilder(program.resolve("/api/v1/session")).GET().build(),
        BodyHandlers.discarding());
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return answer(HttpRequest.newBuilder(program.resolve(path)).GET().build());
  }

  JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return answer(
        HttpRequest.newBuilder(program.resolve(path))
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", token())
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IOException(
          "%s: %d %s".formatted(request.uri().getPath(), answer.statusCode(), answer.body()));
    }
    return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }
}
