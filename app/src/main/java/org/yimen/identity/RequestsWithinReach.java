package org.yimen.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/**
 * Runs every method of a controller within its user's reach, unless it says {@link AsProgram}. What
 * reads is one transaction with the audit's word of it, ended before the answer goes out; what
 * writes a table to the answer itself sees all of it as of one moment.
 */
@Component
@ConditionalOnWebApplication
class RequestsWithinReach implements WebMvcRegistrations {

  private final ObjectProvider<ReachOfUser> reach;
  private final ObjectProvider<PlatformTransactionManager> transactions;

  RequestsWithinReach(
      ObjectProvider<ReachOfUser> reach, ObjectProvider<PlatformTransactionManager> transactions) {
    this.reach = reach;
    this.transactions = transactions;
  }

  @Override
  public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
    return new RequestMappingHandlerAdapter() {
      @Override
      protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.yimen.")
                && !has(method, AsProgram.class)
            ? new Within(method)
            : super.createInvocableHandlerMethod(method);
      }
    };
  }

  private static boolean has(
      HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
    return method.hasMethodAnnotation(annotation)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), annotation);
  }

  private final class Within extends ServletInvocableHandlerMethod {

    private final boolean reads;
    private final boolean streams;

    Within(HandlerMethod method) {
      super(method);
      reads = method.hasMethodAnnotation(GetMapping.class);
      streams =
          Arrays.asList(method.getMethod().getParameterTypes()).contains(HttpServletResponse.class);
    }

    @Override
    protected @Nullable Object doInvoke(@Nullable Object... arguments) throws Exception {
      Callable<@Nullable Object> deed = () -> super.doInvoke(arguments);
      return reach.getObject().now().call(reads ? () -> inTransaction(deed) : deed);
    }

    private static void rollback(
        PlatformTransactionManager manager, TransactionStatus status, Throwable because) {
      try {
        manager.rollback(status);
      } catch (RuntimeException e) {
        because.addSuppressed(e);
      }
    }

    private @Nullable Object inTransaction(Callable<@Nullable Object> deed) throws Exception {
      PlatformTransactionManager manager = transactions.getObject();
      TransactionTemplate how = new TransactionTemplate(manager);
      if (streams) {
        how.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
      }
      TransactionStatus status = manager.getTransaction(how);
      Object answer;
      try {
        answer = deed.call();
      } catch (Throwable e) {
        rollback(manager, status, e);
        throw e;
      }
      manager.commit(status);
      return answer;
    }
  }
}
