package org.yimen.platform.running;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.yimen.platform.ProblemType;

/** What Tomcat itself refuses, such as a path badly encoded, is a problem like all others. */
public final class ServerProblems extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    boolean given = MDC.get("request") != null;
    if (!given) {
      String earlier = response.getHeader(EachRequest.HEADER);
      MDC.put("request", earlier == null ? EachRequest.fresh() : earlier);
    }
    try {
      write(response, status);
    } catch (IOException | IllegalStateException e) {
      // whoever asked has gone
    } finally {
      if (!given) {
        MDC.remove("request");
      }
    }
  }

  private static void write(Response response, int status) throws IOException {
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    Writer out = response.getReporter();
    if (out != null) {
      out.write(ProblemText.json(type(status), status, detail(status)));
      response.finishResponse();
    }
  }

  private static ProblemType type(int status) {
    return switch (status) {
      case 404 -> ProblemType.NOT_FOUND;
      case 403 -> ProblemType.REFUSED;
      case 413 -> ProblemType.TOO_LARGE;
      case 503 -> ProblemType.UNAVAILABLE;
      default -> status < 500 ? ProblemType.INVALID_REQUEST : ProblemType.INTERNAL;
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "没有这个地址，或内容已不存在。";
      case 403 -> "不能这样访问。请用 https 开头的地址打开，或刷新页面后再试。";
      case 413 -> "上传的内容超过上限，请分批上传。";
      case 503 -> "程序正在启动或停止，请稍后再试。";
      default -> status < 500 ? "请求的地址、标头或格式不正确，请检查后再试。" : "程序出错，本次操作没有完成。请稍后再试。";
    };
  }
}
