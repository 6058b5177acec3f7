package org.yimen.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.yimen.platform.Problem;
import org.yimen.platform.ProblemType;
import org.yimen.platform.RateLimit;

/** Lets a request through only where its route says who may use it. */
final class RouteGuard implements HandlerInterceptor {

  private static final Duration LONGEST_SESSION = Duration.ofHours(12);
  private static final ProblemType STEP_UP =
      new ProblemType("step-up-needed", HttpStatus.FORBIDDEN, "需要再次验证");

  private static final ProblemType TOO_MANY =
      new ProblemType("too-many-exports", HttpStatus.TOO_MANY_REQUESTS, "导出过于频繁");

  private static final int EXPORTS_AN_HOUR = 120;

  private final Access access;
  private final Clock clock;
  private final RateLimit exports;

  RouteGuard(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
    this.exports = new RateLimit(EXPORTS_AN_HOUR, Duration.ofHours(1), clock);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && ours(method)) {
      endWhenTooOld(request);
      OpenRoute open = find(method, OpenRoute.class);
      try {
        if (open == null || open.value() == OpenRoute.To.SIGNED_IN) {
          access.user();
        }
        if (open == null) {
          requirePermission(find(method, Requires.class));
        }
        if (method.hasMethodAnnotation(FreshFactor.class)) {
          requireFresh(request.getSession(false));
          limitExports(method);
        }
      } catch (Problem refused) {
        access.tellRefused(Deed.REFUSED, route(request), refused.type().title());
        throw refused;
      }
    }
    return true;
  }

  /** The route as it is declared, without what the request put into it. */
  private static String route(HttpServletRequest request) {
    return "%s %s"
        .formatted(
            request.getMethod(),
            request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
  }

  private void requirePermission(@Nullable Requires requires) {
    if (requires == null) {
      throw Access.NOT_ALLOWED.because("这个接口没有声明所需权限，因此对所有人关闭。");
    }
    if (Arrays.stream(requires.value()).noneMatch(access::may)) {
      access.require(requires.value()[0]);
    }
  }

  private void requireFresh(@Nullable HttpSession session) {
    if (!FreshFactor.Shown.lately(session, clock)) {
      throw STEP_UP.because("这一步需要再次验证身份，请输入动态口令后继续。");
    }
  }

  private void endWhenTooOld(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null
        && SessionStart.of(session).plus(LONGEST_SESSION).isBefore(clock.instant())) {
      session.invalidate();
      SecurityContextHolder.clearContext();
    }
  }

  /**
   * What asks for a fresh factor to be read takes many records out: no program may empty the
   * register.
   */
  private void limitExports(HandlerMethod method) {
    if (method.hasMethodAnnotation(GetMapping.class) && !exports.allows(access.user().username())) {
      throw TOO_MANY.because("一小时内已导出 %d 次，请稍后再试；需要更多的，请一次选全再导出。".formatted(EXPORTS_AN_HOUR));
    }
  }

  private static boolean ours(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("org.yimen.");
  }

  private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> type) {
    A own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), type);
    boolean decided =
        method.hasMethodAnnotation(Requires.class) || method.hasMethodAnnotation(OpenRoute.class);
    return own != null || decided
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), type);
  }
}
