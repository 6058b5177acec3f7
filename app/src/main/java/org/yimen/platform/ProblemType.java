package org.yimen.platform;

import java.net.URI;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A kind of problem that the API answers with; described in {@code docs/spec/problem-types.md}.
 *
 * @param slug the last part of its address {@code /problems/<slug>}
 * @param title a short Chinese name
 */
public record ProblemType(String slug, HttpStatus status, String title) {

  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", HttpStatus.NOT_FOUND, "没有找到");
  public static final ProblemType INVALID_REQUEST =
      new ProblemType("invalid-request", HttpStatus.BAD_REQUEST, "请求不正确");
  public static final ProblemType REFUSED =
      new ProblemType("not-allowed", HttpStatus.FORBIDDEN, "没有权限");
  public static final ProblemType TOO_LARGE =
      new ProblemType("too-large", HttpStatus.CONTENT_TOO_LARGE, "文件太大");
  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "暂时不能使用");
  public static final ProblemType INTERNAL =
      new ProblemType("internal", HttpStatus.INTERNAL_SERVER_ERROR, "程序出错");

  /** The problem, ready to be thrown, with a Chinese sentence that says what to do. */
  public Problem because(String detail) {
    return new Problem(this, detail);
  }

  /** The answer's body. */
  public ProblemDetail detail(String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create("/problems/" + slug));
    body.setTitle(title);
    String request = MDC.get("request");
    if (request != null) {
      body.setProperty("requestId", request);
    }
    return body;
  }
}
