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
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.yimen.platform.Problem;
import org.yimen.platform.ProblemType;

/** Lets a request through only where its route says who may use it. */
final class RouteGuard implements HandlerInterceptor {

  private static final Duration LONGEST_SESSION = Duration.ofHours(12);
  private static final ProblemType STEP_UP =
      new ProblemType("step-up-needed", HttpStatus.FORBIDDEN, "需要再次验证");

  private final Access access;
  private final Clock clock;

  RouteGuard(Access access, Clock clock) {
    this.access = access;
    this.clock = clock;
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
    if (session != null && SessionStart.of(session) + LONGEST_SESSION.toMillis() < clock.millis()) {
      session.invalidate();
      SecurityContextHolder.clearContext();
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
