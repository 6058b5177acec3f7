package org.yimen.exchange.loading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.platform.secrecy.SealPlain;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;
import org.yimen.registry.PersonJson;
import org.yimen.registry.SealedFacts;
import tools.jackson.databind.json.JsonMapper;

/** Where deliveries keep what is sealed. */
@Configuration(proxyBeanMethods = false)
class RowStores {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static SealedTable.Column column(String table, String key, String read, String set) {
    return new SealedTable.Column(
        "来文逐行内容",
        "exchange." + table,
        key,
        "bigint",
        read,
        "update exchange.%s set %s where %s = cast(? as bigint)".formatted(table, set, key));
  }

  private static final SealedTable.Column CELLS = column("source_row", "id", "cells", "cells = ?");
  private static final SealedTable.Column EVIDENCE =
      column("evidence", "source_row", "sealed", "sealed = ?");
  private static final SealedTable.Column DECISIONS =
      column(
          "doubtful_pair",
          "source_row",
          "person || ':' || changes::text",
          "changes = cast(? as json)");
  private static final SealedTable.Column PLAIN_CELLS =
      column("source_row", "id", "unsealed_cells::text", "cells = ?, unsealed_cells = null");
  private static final SealedTable.Column PLAIN_EVIDENCE =
      column(
          "evidence",
          "source_row",
          """
          case when sealed is null then json_build_array(
            unsealed_number, unsealed_phone, unsealed_address, unsealed_other_name)::text end""",
          """
          unsealed_number = null, unsealed_phone = null, unsealed_address = null,
            unsealed_other_name = null, sealed = ?""");

  private static final SealedFacts.Table WITHHELD =
      new SealedFacts.Table(
          "存疑记录的情况", "exchange.withheld_fact", "'row ' || source_row || ' ' || subject");

  private static SealedTable.Again decisions(PersonJson json) {
    return (key, old) -> {
      String text = (String) old;
      int colon = text.indexOf(':');
      return json.sealedAgain(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    };
  }

  @Bean
  SealedStore sealedCells(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, SealedRows rows) {
    return SealedTable.of(jdbc, transactions, CELLS, rows.cellsField());
  }

  @Bean
  SealedStore sealedEvidence(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, SealedRows rows) {
    return SealedTable.of(jdbc, transactions, EVIDENCE, rows.evidenceField());
  }

  @Bean
  SealedStore numbersOfDecisions(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, PersonJson json) {
    return SealedTable.of(jdbc, transactions, DECISIONS, decisions(json));
  }

  @Bean
  SealedStore wordsOfWaitingFacts(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, SealedFacts facts) {
    return facts.store(jdbc, transactions, WITHHELD);
  }

  /** Facts of doubtful rows that an earlier version kept plain. */
  @Bean
  InitializingBean sealPlainWaitingFacts(
      SealPlain seal,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      SealedFacts facts) {
    return () -> seal.seal(facts.plain(jdbc, transactions, WITHHELD));
  }

  /** Rows and files that an earlier version kept plain. */
  @Bean
  InitializingBean sealPlainRows(
      SealPlain seal,
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      SealedRows rows,
      Plainly plainly) {
    List<SealedStore> steps =
        List.of(
            SealedTable.of(
                jdbc,
                transactions,
                PLAIN_CELLS,
                (key, old) -> rows.cellsField().seal(key, compact((String) old))),
            SealedTable.of(
                jdbc,
                transactions,
                PLAIN_EVIDENCE,
                (key, old) -> rows.evidence(Long.parseLong(key), parts((String) old))),
            SealedTable.of(jdbc, transactions, DECISIONS, decisions(plainly.json())),
            plainly.files());
    return () ->
        seal.seal(new SealPlain.Plain(PLAIN_COLUMNS, steps, List.of("exchange.doubtful_pair")));
  }

  private static final List<String> PLAIN_COLUMNS =
      List.of(
          "exchange.source_row.unsealed_cells",
          "exchange.evidence.unsealed_number",
          "exchange.evidence.unsealed_phone",
          "exchange.evidence.unsealed_address",
          "exchange.evidence.unsealed_other_name");

  /** What seals decisions and files, whether plain or sealed before. */
  record Plainly(PersonJson json, SealedFolder files) {}

  @Bean
  Plainly plainly(PersonJson json, SealedFolder deliveryFiles) {
    return new Plainly(json, deliveryFiles);
  }

  private static String compact(String json) {
    return JSON.writeValueAsString(JSON.readTree(json));
  }

  private static @Nullable String[] parts(String json) {
    return JSON.readValue(json, String[].class);
  }
}
