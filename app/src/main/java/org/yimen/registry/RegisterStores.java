package org.yimen.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.platform.secrecy.SealPlain;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;

/** Where the register keeps citizen numbers. */
@Configuration(proxyBeanMethods = false)
class RegisterStores {

  private static final SealedTable.Column PERSONS =
      new SealedTable.Column(
          "台账里的公民身份号码",
          "registry.person",
          "id",
          "bigint",
          "citizen_number[1]",
          "update registry.person set citizen_number = ? where id = cast(? as bigint)");

  private static final SealedTable.Column PLAIN_PERSONS =
      new SealedTable.Column(
          "台账里的公民身份号码",
          "registry.person",
          "id",
          "bigint",
          "unsealed_number",
          """
          update registry.person set citizen_number = ?, unsealed_number = null
          where id = cast(? as bigint)
          """);

  private static final SealedFacts.Table FACTS =
      new SealedFacts.Table("台账里的疾病、残疾等情况", "registry.fact", SealedFacts.OF);

  private static SealedTable.Column changes(String side) {
    return new SealedTable.Column(
        "改动记录里的公民身份号码",
        "registry.change",
        "id",
        "bigint",
        "case when subject = 'person' and jsonb_exists(%1$s, 'citizen_number') then of || ':' || %1$s end"
            .formatted(side),
        "update registry.change set %s = cast(? as jsonb) where id = cast(? as bigint)"
            .formatted(side));
  }

  private static SealedTable.Again changes(PersonJson json) {
    return (key, old) -> {
      String text = (String) old;
      int colon = text.indexOf(':');
      return json.sealedAgain(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    };
  }

  @Bean
  SealedStore personNumbers(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, CitizenNumbers numbers) {
    return SealedTable.of(
        jdbc, transactions, PERSONS, (key, old) -> again(numbers, Long.parseLong(key), old));
  }

  private static byte @Nullable [][] again(CitizenNumbers numbers, long person, Object old) {
    byte[] sealed = (byte[]) old;
    return numbers.current(sealed) ? null : numbers.sealed(person, numbers.open(person, sealed));
  }

  @Bean
  SealedStore wordsOfFacts(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, SealedFacts facts) {
    return facts.store(jdbc, transactions, FACTS);
  }

  /** Illnesses, disabilities and the like that an earlier version kept plain. */
  @Bean
  InitializingBean sealPlainFacts(
      SealPlain seal,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      SealedFacts facts) {
    return () -> seal.seal(facts.plain(jdbc, transactions, FACTS));
  }

  @Bean
  SealedStore numbersBeforeChanges(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, PersonJson json) {
    return SealedTable.of(jdbc, transactions, changes("before"), changes(json));
  }

  @Bean
  SealedStore numbersAfterChanges(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, PersonJson json) {
    return SealedTable.of(jdbc, transactions, changes("after"), changes(json));
  }

  /** Numbers that an earlier version kept plain. */
  @Bean
  InitializingBean sealPlainNumbers(
      SealPlain seal,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      CitizenNumbers numbers,
      PersonJson json) {
    List<SealedStore> steps =
        List.of(
            SealedTable.of(
                jdbc,
                transactions,
                PLAIN_PERSONS,
                (key, old) -> numbers.sealed(Long.parseLong(key), (String) old)),
            SealedTable.of(jdbc, transactions, changes("before"), changes(json)),
            SealedTable.of(jdbc, transactions, changes("after"), changes(json)));
    return () ->
        seal.seal(
            new SealPlain.Plain(
                List.of("registry.person.unsealed_number"), steps, List.of("registry.change")));
  }
}
