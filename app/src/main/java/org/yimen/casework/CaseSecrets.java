package org.yimen.casework;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;
import org.yimen.platform.secrecy.Secrecy;

/**
 * What applications keep sealed: phones, findings, what a visit was told and is merged with, what
 * the law was asked.
 */
@Configuration(proxyBeanMethods = false)
public class CaseSecrets {

  private static final String PHONE = "casework.application.phone";
  private static final String FINDINGS = "casework.economic_check.findings";
  private static final String ANSWERS = "casework.visit.answers";
  private static final String AGREED = "casework.visit.agreed";
  private static final String PARTICULARS = "casework.visit.particulars";
  private static final String HANDED_OUT = "casework.download.answers";
  private static final String SAID = "casework.visit_conflict.said";
  private static final String ASKED = "casework.determination.asked";
  private static final String RESULT = "casework.determination.result";

  private final Secrecy secrecy;

  CaseSecrets(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  /** Of an application, by its number. */
  SealedField phone() {
    return secrecy.field(PHONE);
  }

  /** The phone of an application; null where it has none. */
  public @Nullable String phone(String number, byte @Nullable [] sealed) {
    return phone().open(number, sealed);
  }

  /** Of a check, by its id. */
  public SealedField findings() {
    return secrecy.field(FINDINGS);
  }

  /** Of a visit, by its id. */
  public SealedField answers() {
    return secrecy.field(ANSWERS);
  }

  /** The answers that stand after a visit, by its id. */
  public SealedField agreed() {
    return secrecy.field(AGREED);
  }

  /** Place, signatures and photos of a visit, by its id. */
  public SealedField particulars() {
    return secrecy.field(PARTICULARS);
  }

  /** What a phone was given, by the download's id. */
  public SealedField handedOut() {
    return secrecy.field(HANDED_OUT);
  }

  /** What two visits say differently, by the conflict's id. */
  public SealedField said() {
    return secrecy.field(SAID);
  }

  /** Of a determination, by its id. */
  public SealedField asked() {
    return secrecy.field(ASKED);
  }

  /** Of a determination, by its id. */
  public SealedField result() {
    return secrecy.field(RESULT);
  }

  @Bean
  SealedStore applicantPhones(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc,
        transactions,
        new SealedTable.Column(
            "申请人电话",
            "casework.application",
            "number",
            "text",
            "phone",
            "update casework.application set phone = ? where number = ?"),
        phone());
  }

  @Bean
  SealedStore checkFindings(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("核对结果", "economic_check", "bigint", "findings"), findings());
  }

  @Bean
  SealedStore visitAnswers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("入户填写", "visit", "uuid", "answers"), answers());
  }

  @Bean
  SealedStore agreedAnswers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("合并后的填写", "visit", "uuid", "agreed"), agreed());
  }

  @Bean
  SealedStore visitParticulars(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("入户位置与签名", "visit", "uuid", "particulars"), particulars());
  }

  @Bean
  SealedStore handedOutAnswers(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("下载到手机的内容", "download", "uuid", "answers"), handedOut());
  }

  @Bean
  SealedStore conflictsSaid(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("两次入户的差异", "visit_conflict", "bigint", "said"), said());
  }

  @Bean
  SealedStore determinationsAsked(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("认定所据", "determination", "bigint", "asked"), asked());
  }

  @Bean
  SealedStore determinationResults(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc, transactions, column("认定结果", "determination", "bigint", "result"), result());
  }

  private static SealedTable.Column column(
      String title, String table, String keyType, String column) {
    return new SealedTable.Column(
        title,
        "casework." + table,
        "id",
        keyType,
        column,
        "update casework.%s set %s = ? where id = cast(? as %s)".formatted(table, column, keyType));
  }
}
