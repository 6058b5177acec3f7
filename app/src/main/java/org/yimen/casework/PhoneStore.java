package org.yimen.casework;

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

/** Where applications keep phones. */
@Configuration(proxyBeanMethods = false)
class PhoneStore {

  static final String PHONE = "casework.application.phone";

  private static SealedTable.Column column(String read, String set) {
    return new SealedTable.Column(
        "申请人电话",
        "casework.application",
        "number",
        "text",
        read,
        "update casework.application set %s where number = ?".formatted(set));
  }

  @Bean
  SealedStore applicantPhones(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Secrecy secrecy) {
    return SealedTable.of(jdbc, transactions, column("phone", "phone = ?"), secrecy.field(PHONE));
  }

  /** Phones that an earlier version kept plain. */
  @Bean
  InitializingBean sealPlainPhones(
      SealPlain seal, JdbcTemplate jdbc, PlatformTransactionManager transactions, Secrecy secrecy) {
    SealedField field = secrecy.field(PHONE);
    SealedStore plain =
        SealedTable.of(
            jdbc,
            transactions,
            column("unsealed_phone", "unsealed_phone = null, phone = ?"),
            (key, old) -> field.seal(key, (String) old));
    return () ->
        seal.seal(
            new SealPlain.Plain(
                List.of("casework.application.unsealed_phone"), List.of(plain), List.of()));
  }
}
