package org.yimen.registry;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.yimen.identity.FieldScope;
import org.yimen.platform.secrecy.SealPlain;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.SealedStore;
import org.yimen.platform.secrecy.SealedTable;
import org.yimen.platform.secrecy.Secrecy;
import tools.jackson.databind.json.JsonMapper;

/**
 * Code and detail of facts that field scope holds back (which illness, which disability, of which
 * degree), as tables keep them: sealed, in one value. Kind, dates and amounts stay plain, as SQL
 * chooses by them. The same words of the same holder seal alike, so that SQL can tell whether a
 * delivery says something new.
 */
@Component
public final class SealedFacts {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> KINDS = FieldScope.sensitiveKinds();
  private static final Set<String> DETAILS = details();

  /** Ends a part; no cell of a file holds it. */
  private static final char END = '\u001F';

  private static final char ABSENT = '-';
  private static final char SAID = '=';

  /** Sealed words fill whole pieces of so many bytes: their length would tell one from another. */
  private static final int PIECE = 32;

  private final SealedField words;

  SealedFacts(Secrecy secrecy) {
    this.words = secrecy.field("registry.fact");
  }

  /** What a visitor wrote down may tell anything. */
  private static Set<String> details() {
    Set<String> details = new HashSet<>(FieldScope.sensitiveDetails());
    details.add("visit");
    return Set.copyOf(details);
  }

  /** What a fact says beside its kind, dates and amount. */
  public record Words(@Nullable String code, @Nullable String detail) {}

  /** The same as columns of a table: what is sealed is not plain. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Kept(@Nullable String code, @Nullable String detail, byte @Nullable [] sealed) {}

  /** Of whom the register's fact is; exactly one is not null. */
  public static String of(@Nullable Long person, @Nullable Long household) {
    return person != null ? "p" + person : "h" + household;
  }

  /** The words of a fact as a table keeps them. */
  public Kept kept(String of, String kind, Words said) {
    boolean all = KINDS.contains(kind);
    if (!all && (said.detail() == null || !DETAILS.contains(kind))
        || said.code() == null && said.detail() == null) {
      return new Kept(said.code(), said.detail(), null);
    }
    String text = part(all ? said.code() : null) + part(said.detail());
    return new Kept(all ? null : said.code(), null, words.sealAlike(place(of, kind), filled(text)));
  }

  /**
   * The words of a fact from what a table keeps.
   *
   * @throws org.yimen.platform.secrecy.Unsealable when it was sealed for another or changed
   */
  public Words open(String of, String kind, Kept kept) {
    String text = words.open(place(of, kind), kept.sealed());
    if (text == null) {
      return new Words(kept.code(), kept.detail());
    }
    int end = text.indexOf(END);
    String code = said(text, 0, end);
    return new Words(
        code == null ? kept.code() : code, said(text, end + 1, text.indexOf(END, end + 1)));
  }

  /** The words of a row that holds the columns of registry.fact. */
  public Words of(ResultSet row) throws SQLException {
    return open(
        of(row.getObject("person", Long.class), row.getObject("household", Long.class)),
        row.getString("kind"),
        new Kept(row.getString("code"), row.getString("detail"), row.getBytes("sealed")));
  }

  private static String place(String of, String kind) {
    return of + "/" + kind;
  }

  private static String part(@Nullable String text) {
    return (text == null ? String.valueOf(ABSENT) : SAID + text.replace(END, ' ')) + END;
  }

  private static @Nullable String said(String text, int from, int end) {
    return text.charAt(from) == ABSENT ? null : text.substring(from + 1, end);
  }

  private static String filled(String text) {
    int more = PIECE - text.getBytes(StandardCharsets.UTF_8).length % PIECE;
    return more == PIECE ? text : text + " ".repeat(more);
  }

  /**
   * Seals anew what the facts of a delivery will be compared with, where the keys have changed
   * since: within the transaction that applies it.
   *
   * @param kind format of the delivery
   */
  void renewCompared(JdbcTemplate jdbc, String kind) {
    List<Object[]> renewed =
        jdbc.query(
            """
            select f.id, %s || '/' || kind as place, f.sealed from registry.fact f
            where f.source_kind = ? and f.sealed is not null and substring(f.sealed from 1 for length(?::bytea)) <> ?
              and (f.person in (select person from incoming_fact)
                or f.household in (select household from incoming_fact))
            """
                .formatted(OF),
            (row, n) ->
                new Object[] {
                  again(row.getString("place"), row.getBytes("sealed")), row.getLong(1)
                },
            kind,
            words.mark(),
            words.mark());
    jdbc.batchUpdate("update registry.fact set sealed = ? where id = ?", renewed);
  }

  /** Of whom a row of registry.fact is, in SQL: as {@link #of(Long, Long)}. */
  static final String OF = "coalesce('p' || person, 'h' || household)";

  private byte[] again(String place, byte[] sealed) {
    return words.sealAlike(place, new String(words.bytes(place, sealed), StandardCharsets.UTF_8));
  }

  /**
   * A table with the columns id, kind, code, detail and sealed, for as long as an earlier version's
   * plain words are in it also unsealed.
   *
   * @param of SQL of whom a row's fact is
   */
  public record Table(String title, String name, String of) {}

  /** What is sealed in a table, brought up to the newest keys. */
  public SealedStore store(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Table table) {
    String read =
        "case when sealed is not null then %s || '/' || kind || ':' || encode(sealed, 'hex') end"
            .formatted(table.of());
    return SealedTable.of(
        jdbc, transactions, column(table, read, ""), (key, old) -> again((String) old));
  }

  /** Seals in a table what an earlier version kept plain. */
  public SealPlain.Plain plain(
      JdbcTemplate jdbc, PlatformTransactionManager transactions, Table table) {
    String read =
        """
        case when sealed is null and (kind in (%1$s) and num_nonnulls(code, detail) > 0
            or kind in (%2$s) and detail is not null)
          then jsonb_build_array(%3$s, kind, code, detail)::text end"""
            .formatted(list(KINDS), list(DETAILS), table.of());
    String clear =
        ", code = case when kind in (%s) then null else code end, detail = null"
            .formatted(list(KINDS));
    SealedStore step =
        SealedTable.of(
            jdbc, transactions, column(table, read, clear), (key, old) -> sealed((String) old));
    return new SealPlain.Plain(List.of(table.name() + ".unsealed"), List.of(step), List.of());
  }

  private static SealedTable.Column column(Table table, String read, String more) {
    return new SealedTable.Column(
        table.title(),
        table.name(),
        "id",
        "bigint",
        read,
        "update %s set sealed = ?%s where id = cast(? as bigint)".formatted(table.name(), more));
  }

  /** A place, a colon and a sealed value in hexadecimal, by the newest keys; null where it is. */
  private byte @Nullable [] again(String placed) {
    int colon = placed.lastIndexOf(':');
    byte[] sealed = HexFormat.of().parseHex(placed, colon + 1, placed.length());
    return words.current(sealed) ? null : again(placed.substring(0, colon), sealed);
  }

  /** A JSON array of whom, kind, code and detail, sealed. */
  private byte @Nullable [] sealed(String json) {
    @Nullable String[] parts = JSON.readValue(json, String[].class);
    return kept(
            Objects.requireNonNull(parts[0]),
            Objects.requireNonNull(parts[1]),
            new Words(parts[2], parts[3]))
        .sealed();
  }

  private static String list(Set<String> kinds) {
    return kinds.stream().sorted().collect(Collectors.joining("', '", "'", "'"));
  }
}
