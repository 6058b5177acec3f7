package org.yimen.platform.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without pages: keeps cookies, sends the token against forgery, reads JSON. */
public final class Desk {

  /** The password of all demo accounts. */
  public static final String PASSWORD = "yimen-demo";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;
  private final Map<String, String> headers = new HashMap<>();

  /** What came back. */
  public record Answer(int status, String text, HttpResponse<byte[]> response) {

    public JsonNode json() {
      return JSON.readTree(text);
    }

    /** The text without the number of the request, which two answers never share. */
    public String said() {
      return text.replaceAll(",?\"requestId\":\"[0-9a-f]*\"", "");
    }

    public byte[] bytes() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  /** A browser at the application on this port of this machine. */
  public Desk(int port) {
    this.base = "http://localhost:" + port;
  }

  /** Signs in with a demo account: village, township, district, bureau, leader, system, ... */
  public Desk as(String username) {
    Answer answer = signIn(username, PASSWORD);
    if (answer.status() != 200) {
      throw new AssertionError("sign-in of %s: %s".formatted(username, answer.text()));
    }
    return this;
  }

  /** Sends a header with every request from now on. */
  public Desk with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public Answer signIn(String username, String password) {
    get("/api/v1/session");
    return post("/api/v1/session", Map.of("username", username, "password", password));
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Asks a list with what was typed to search by, which stands in no address. */
  public Answer search(String path, String typed) {
    return send(
        request(path)
            .header("Yimen-Search", URLEncoder.encode(typed, StandardCharsets.UTF_8))
            .GET());
  }

  public Answer post(String path, Object body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  /** Sends bytes that say of what type they are. */
  public Answer put(String path, String type, byte[] content) {
    return send(
        request(path).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(content)));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Sends files as one multipart form under the name {@code files}. */
  public Answer upload(String path, Path... files) {
    String boundary = UUID.randomUUID().toString();
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(form(boundary, files)));
  }

  /** The value of a cookie; empty when there is none. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findAny()
        .orElse("");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    String token = cookie("XSRF-TOKEN");
    return token.isEmpty() ? request : request.header("X-XSRF-TOKEN", token);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      String text = new String(response.body(), StandardCharsets.UTF_8);
      return new Answer(response.statusCode(), text, response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static BodyPublisher form(String boundary, Path... files) {
    BodyPublisher[] parts = new BodyPublisher[files.length + 1];
    try {
      for (int i = 0; i < files.length; i++) {
        String head =
            "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, files[i].getFileName());
        parts[i] =
            BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(Files.readAllBytes(files[i])),
                BodyPublishers.ofString("\r\n"));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    parts[files.length] = BodyPublishers.ofString("--" + boundary + "--\r\n");
    return BodyPublishers.concat(parts);
  }
}
