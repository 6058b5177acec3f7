package org.yimen.platform.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.ServletRequestPathUtils;
import org.yimen.platform.ProblemType;

/**
 * Does a request with an {@code Idempotency-Key} once. The deed, the key and the answer are one
 * transaction, and the answer goes out after its commit: whatever is killed in between, the request
 * sent again is either done for the first time or answered as before.
 */
@Component
@Order(10)
@ConditionalOnWebApplication
class AnswerOnce extends OncePerRequestFilter {

  private static final ProblemType KEY_USED =
      new ProblemType("key-used", HttpStatus.UNPROCESSABLE_CONTENT, "请求编号已用过");
  private static final ProblemType BEING_DONE =
      new ProblemType("being-done", HttpStatus.CONFLICT, "正在办理");

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,100}");
  private static final int LONGEST_BODY = 1 << 20;

  private final GivenAnswers answers;
  private final TransactionTemplate transaction;
  private final RequestMappingHandlerMapping routes;

  AnswerOnce(
      GivenAnswers answers,
      TransactionTemplate transaction,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    this.answers = answers;
    this.transaction = transaction;
    this.routes = routes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String key = request.getHeader(Once.HEADER);
    if (key == null || request.getUserPrincipal() == null || !covered(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (!KEY.matcher(key).matches()) {
      throw ProblemType.INVALID_REQUEST.because(
          "Idempotency-Key 须为 16 至 100 位字母、数字、连字符或下划线，并且无法猜到（如 UUID）。");
    }
    KeptRequest kept = new KeptRequest(request, LONGEST_BODY);
    GivenAnswers.Asked asked =
        new GivenAnswers.Asked(
            request.getUserPrincipal().getName(),
            key,
            request.getMethod() + " " + request.getRequestURI(),
            content(request, kept.body()));
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    within(status -> answer(asked, kept, answer, chain, status));
    answer.copyBodyToResponse();
  }

  private void answer(
      GivenAnswers.Asked asked,
      HttpServletRequest request,
      ContentCachingResponseWrapper response,
      FilterChain chain,
      TransactionStatus status)
      throws ServletException, IOException {
    if (!answers.begin(asked)) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      throw BEING_DONE.because("同一请求正在办理，请稍等一秒再看结果，不要重复提交。");
    }
    Optional<GivenAnswers.Found> before = answers.find(asked);
    if (before.isPresent()) {
      repeat(asked, before.get(), response);
      return;
    }
    chain.doFilter(request, response);
    if (response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
      status.setRollbackOnly();
      return;
    }
    String type = response.getContentType();
    answers.keep(
        asked,
        new GivenAnswers.Given(
            response.getStatus(), type == null ? "" : type, response.getContentAsByteArray()));
  }

  private static void repeat(
      GivenAnswers.Asked asked, GivenAnswers.Found found, HttpServletResponse response)
      throws IOException {
    if (!found.same()) {
      throw KEY_USED.because("这个请求编号（Idempotency-Key）已用于另一项内容，请换一个新的编号。");
    }
    GivenAnswers.Given given = GivenAnswers.open(asked, found.answer());
    response.setStatus(given.status());
    if (!given.contentType().isEmpty()) {
      response.setContentType(given.contentType());
    }
    response.getOutputStream().write(given.body());
  }

  private boolean covered(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      HandlerExecutionChain found = routes.getHandler(request);
      return found != null
          && found.getHandler() instanceof HandlerMethod method
          && method.hasMethodAnnotation(Once.class);
    } catch (Exception e) {
      return false; // the dispatcher will say what is wrong with it
    }
  }

  private static byte[] content(HttpServletRequest request, byte[] body) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    String query = request.getQueryString();
    content.write((query == null ? "\n" : query + "\n").getBytes(StandardCharsets.UTF_8));
    content.write(body);
    return content.toByteArray();
  }

  private interface Step {
    void run(TransactionStatus status) throws ServletException, IOException;
  }

  private void within(Step step) throws ServletException, IOException {
    AtomicReference<@Nullable Exception> met = new AtomicReference<>();
    transaction.executeWithoutResult(
        status -> {
          try {
            step.run(status);
          } catch (ServletException | IOException | RuntimeException e) {
            status.setRollbackOnly();
            met.set(e);
          }
        });
    Exception failure = met.get();
    if (failure instanceof ServletException servlet) {
      throw servlet;
    }
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException runtime) {
      throw runtime;
    }
  }
}
