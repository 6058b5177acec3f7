package org.yimen.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.yimen.platform.running.Outage;
import org.yimen.platform.running.OutageLog;

/** Turns whatever ends a request into a problem in Chinese; what nobody foresaw goes to the log. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  /** PostgreSQL keeps no U+0000 (SQLSTATE character_not_in_repertoire). */
  private static final String NOT_IN_REPERTOIRE = "22021";

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private final OutageLog outages;

  ProblemAdvice(OutageLog outages) {
    this.outages = outages;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> named(Problem problem) {
    String detail = Optional.ofNullable(problem.getMessage()).orElse(problem.type().title());
    return ResponseEntity.status(problem.type().status()).body(problem.type().detail(detail));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notKept(DataIntegrityViolationException e, HttpServletRequest r) {
    boolean unreadable =
        e.getMostSpecificCause() instanceof SQLException cause
            && NOT_IN_REPERTOIRE.equals(cause.getSQLState());
    return unreadable
        ? answer(ProblemType.INVALID_REQUEST, "内容里有不能保存的控制字符（U+0000），请删除后再试。")
        : unforeseen(e, r);
  }

  /** A query or form that is no text in the encoding it says. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> garbled(InvalidParameterException e) {
    return answer(ProblemType.INVALID_REQUEST, "请求的地址或表单编码不正确，请检查后再试。");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unforeseen(Exception e, HttpServletRequest request) {
    Optional<Outage> outage = Outage.of(e);
    if (outage.isPresent()) {
      outages.met(outage.get(), e);
      return outage.get().answer();
    }
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    LOG.error("{} {} failed", request.getMethod(), route, e);
    return answer(ProblemType.INTERNAL, "程序出错，本次操作没有完成。请稍后再试，或联系管理员查看日志。");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.status(ProblemType.TOO_LARGE.status())
        .body(ProblemType.TOO_LARGE.detail("上传的文件超过上限，请分批上传。"));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    ProblemDetail problem;
    if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
      problem = ProblemType.NOT_FOUND.detail("没有这个地址，或内容已不存在。");
    } else if (status.is4xxClientError()) {
      problem = ProblemType.INVALID_REQUEST.detail("请求的内容或格式不正确，请检查后再试。");
      problem.setStatus(status.value());
    } else {
      LOG.error("answered {}", status);
      problem = ProblemType.INTERNAL.detail("程序出错，本次操作没有完成。");
    }
    return ResponseEntity.status(status).headers(headers).body(problem);
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemType type, String detail) {
    return ResponseEntity.status(type.status()).body(type.detail(detail));
  }
}
