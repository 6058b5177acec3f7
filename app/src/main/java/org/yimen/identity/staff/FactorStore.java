package org.yimen.identity.staff;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.platform.secrecy.SealPlain;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;
import org.yimen.platform.secrecy.Secrecy;

/** Where accounts keep the secrets of their second factors. */
@Configuration(proxyBeanMethods = false)
class FactorStore {

  private static SealedTable.Column column(String read, String set) {
    return new SealedTable.Column(
        "动态口令密钥",
        "identity.account",
        "username",
        "text",
        read,
        "update identity.account set %s where username = ?".formatted(set));
  }

  @Bean
  SealedStore factors(JdbcTemplate jdbc, PlatformTransactionManager transactions, Secrecy secrecy) {
    return SealedTable.of(
        jdbc,
        transactions,
        column("factor_secret", "factor_secret = ?"),
        secrecy.field(Accounts.FACTOR));
  }

  /** Secrets that an earlier version kept plain. */
  @Bean
  InitializingBean sealPlainFactors(
      SealPlain seal, JdbcTemplate jdbc, PlatformTransactionManager transactions, Secrecy secrecy) {
    SealedField field = secrecy.field(Accounts.FACTOR);
    SealedStore plain =
        SealedTable.of(
            jdbc,
            transactions,
            column("unsealed_factor_secret", "unsealed_factor_secret = null, factor_secret = ?"),
            (key, old) -> field.seal(key, (byte[]) old));
    return () ->
        seal.seal(
            new SealPlain.Plain(
                List.of("identity.account.unsealed_factor_secret"), List.of(plain), List.of()));
  }
}
