package org.yimen.casework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who isn't signed in, at an address of this machine's own network, such as 127.0.0.7;
 * they claim another one each time.
 */
record Stranger(int port, String address) {

  private static final AtomicInteger CLAIMED = new AtomicInteger();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What came back; the head without its date and the number of the request. */
  record Answer(int status, String head, String body) {

    JsonNode json() {
      return JSON.readTree(body);
    }

    /** Everything that could tell two answers apart. */
    String said() {
      return status + "\n" + head + "\n" + body.replaceAll(",?\"requestId\":\"[0-9a-f]*\"", "");
    }
  }

  Answer look(String code, String secret) {
    byte[] body = JSON.writeValueAsBytes(Map.of("code", code, "secret", secret));
    String head =
        """
        POST /api/v1/public/progress HTTP/1.0
        Host: localhost
        Content-Type: application/json
        Content-Length: %d
        X-Forwarded-For: 203.0.113.%d
        Cookie: XSRF-TOKEN=x
        X-XSRF-TOKEN: x

        """
            .formatted(body.length, CLAIMED.incrementAndGet() % 250)
            .replace("\n", "\r\n");
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
      socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer answer(String text) {
    String[] parts = text.split("\r\n\r\n", 2);
    String head = parts[0].replaceAll("(?m)^(Date|X-Request-Id|Content-Length): .*\r?\n?", "");
    return new Answer(Integer.parseInt(parts[0].split(" ")[1]), head, parts[1]);
  }
}
