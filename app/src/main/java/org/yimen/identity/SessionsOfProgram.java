package org.yimen.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import org.yimen.platform.database.RowReach;

/** Sessions are read and written by the program: an answer may go out while its reach holds. */
@Configuration(proxyBeanMethods = false)
class SessionsOfProgram {

  @Bean(defaultCandidate = false)
  TransactionOperations springSessionTransactionOperations(PlatformTransactionManager manager) {
    TransactionTemplate own = new TransactionTemplate(manager);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> deed) {
        return RowReach.asProgram(() -> own.execute(deed));
      }
    };
  }
}
