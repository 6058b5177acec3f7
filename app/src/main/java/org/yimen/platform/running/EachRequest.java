package org.yimen.platform.running;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.yimen.platform.Problem;
import org.yimen.platform.ProblemType;

/**
 * Gives each request a number that its log lines, its answer and its problem share, and answers for
 * whatever fails before a controller is reached. The log tells the route, never what was in it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnWebApplication
class EachRequest extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(EachRequest.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final OutageLog outages;

  EachRequest(OutageLog outages) {
    this.outages = outages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long begun = System.nanoTime();
    String id = fresh();
    MDC.put("request", id);
    response.setHeader(HEADER, id);
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      answer(request, response, e);
    } finally {
      tell(request, response, (System.nanoTime() - begun) / 1_000_000);
      MDC.remove("request");
      MDC.remove("account");
    }
  }

  static String fresh() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception e)
      throws IOException {
    if (response.isCommitted()) {
      // too late to say anything: the browser sees that the answer is cut off
      LOG.info("{} {} was cut off: {}", request.getMethod(), route(request), LogLine.name(e));
      throw e instanceof IOException io ? io : new IOException("the answer was cut off", e);
    }
    Optional<Outage> outage = Outage.of(e);
    response.resetBuffer();
    if (e instanceof Problem problem) {
      String detail = problem.getMessage();
      ProblemText.write(response, problem.type(), detail == null ? problem.type().title() : detail);
    } else if (e instanceof InvalidParameterException) {
      ProblemText.write(response, ProblemType.INVALID_REQUEST, "请求的地址或表单编码不正确，请检查后再试。");
    } else if (outage.isPresent()) {
      outages.met(outage.get(), e);
      response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(outage.get().retryAfter()));
      ProblemText.write(response, ProblemType.UNAVAILABLE, outage.get().sentence());
    } else {
      LOG.error("{} {} failed", request.getMethod(), route(request), e);
      ProblemText.write(response, ProblemType.INTERNAL, "程序出错，本次操作没有完成。请稍后再试，或联系管理员查看日志。");
    }
  }

  private static void tell(HttpServletRequest request, HttpServletResponse response, long millis) {
    String route = route(request);
    if (LOG.isInfoEnabled() && !route.isEmpty()) {
      LOG.info("{} {} {} {} ms", request.getMethod(), route, response.getStatus(), millis);
    }
  }

  /** The route as it is declared; empty for pages and their parts. */
  private static String route(HttpServletRequest request) {
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return route == null || isPage(route) ? "" : route.toString();
  }

  private static boolean isPage(@Nullable Object route) {
    return "/**".equals(route) || "/assets/**".equals(route);
  }
}
