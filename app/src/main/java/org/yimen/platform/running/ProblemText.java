package org.yimen.platform.running;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.MDC;
import org.springframework.boot.json.JsonWriter;
import org.springframework.http.MediaType;
import org.yimen.platform.ProblemType;

/** A problem written without Spring, for failures that it never sees. */
final class ProblemText {

  private record Body(ProblemType type, int status, String detail) {}

  private static final JsonWriter<Body> JSON =
      JsonWriter.of(
          members -> {
            members.add("type", body -> "/problems/" + body.type().slug());
            members.add("title", body -> body.type().title());
            members.add("status", Body::status);
            members.add("detail", Body::detail);
            members.add("requestId", body -> MDC.get("request")).whenNotNull();
          });

  private ProblemText() {}

  static String json(ProblemType type, int status, String detail) {
    return JSON.writeToString(new Body(type, status, detail));
  }

  static void write(HttpServletResponse response, ProblemType type, String detail)
      throws IOException {
    int status = type.status().value();
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    byte[] body = json(type, status, detail).getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
