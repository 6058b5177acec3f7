package org.yimen.exchange.outward;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.SealedFolder;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;
import org.yimen.platform.secrecy.Secrecy;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What packs and receipts keep sealed: cells of rows, values of differences, the files. */
@Configuration(proxyBeanMethods = false)
public class Cells {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final SealedField cells;
  private final SealedField hash;
  private final SealedField said;

  Cells(Secrecy secrecy) {
    this.cells = secrecy.field("exchange.outward_row.content");
    this.hash = secrecy.field("exchange.outward_row.content.hash");
    this.said = secrecy.field("exchange.outward_difference.said");
  }

  /**
   * Of a row: the sealed cells and a keyed hash, equal for equal cells whatever row they stand in.
   */
  byte[][] content(long row, List<String> texts) {
    String json = JSON.writeValueAsString(texts);
    return new byte[][] {cells.seal(row, json), hash.index(json)};
  }

  /** The cells of a row from the first element of its content. */
  public List<String> open(long row, byte[] sealed) {
    return JSON.readValue(cells.bytes(row, sealed), TEXTS);
  }

  /** What a difference says. */
  public byte[] sealSaid(long difference, List<String> texts) {
    return said.seal(difference, JSON.writeValueAsString(texts));
  }

  public List<String> openSaid(long difference, byte[] sealed) {
    return JSON.readValue(said.bytes(difference, sealed), TEXTS);
  }

  /** A keyed hash of a number, by which the same one is found twice without being kept. */
  byte[] key(String number) {
    return hash.index(number);
  }

  private byte @Nullable [][] again(long row, byte[] sealed) {
    return cells.current(sealed) ? null : content(row, open(row, sealed));
  }

  @Bean
  SealedFolder outwardFiles(Secrecy secrecy, Environment environment) {
    Path folder = Path.of(environment.getProperty("yimen.home", "data"), "outward");
    return new SealedFolder(secrecy, folder, "outward", "上报包");
  }

  @Bean
  SealedStore outwardRows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc,
        transactions,
        new SealedTable.Column(
            "上报包逐行内容",
            "exchange.outward_row",
            "id",
            "bigint",
            "content[1]",
            "update exchange.outward_row set content = ? where id = cast(? as bigint)"),
        (key, old) -> again(Long.parseLong(key), (byte[]) old));
  }

  @Bean
  SealedStore outwardDifferences(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    return SealedTable.of(
        jdbc,
        transactions,
        new SealedTable.Column(
            "上报差异",
            "exchange.outward_difference",
            "id",
            "bigint",
            "said",
            "update exchange.outward_difference set said = ? where id = cast(? as bigint)"),
        said);
  }
}
