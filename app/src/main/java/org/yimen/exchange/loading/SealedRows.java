package org.yimen.exchange.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yimen.exchange.reading.Identity;
import org.yimen.platform.secrecy.SealedField;
import org.yimen.platform.secrecy.Secrecy;
import org.yimen.registry.CitizenNumbers;
import org.yimen.registry.RegisterUpdate;
import org.yimen.registry.SealedFacts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Seals and opens what rows of deliveries hold. */
@Component
public final class SealedRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> CELLS =
      new TypeReference<>() {};

  /** Between the parts of the evidence; no cell holds it. */
  private static final char BETWEEN = '\u001F';

  private final CitizenNumbers numbers;
  private final SealedFacts facts;
  private final SealedField cells;
  private final SealedField evidence;

  SealedRows(Secrecy secrecy, CitizenNumbers numbers, SealedFacts facts) {
    this.numbers = numbers;
    this.facts = facts;
    this.cells = secrecy.field("exchange.source_row.cells");
    this.evidence = secrecy.field("exchange.evidence.sealed");
  }

  /** By what a row can be told apart, of its evidence; null where the row doesn't say it. */
  public record Contact(
      @Nullable String number,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String otherName) {}

  /** All cells of a row, null where there are none. */
  byte @Nullable [] cells(long row, Map<String, String> values) {
    return values.isEmpty() ? null : cells.seal(row, JSON.writeValueAsBytes(values));
  }

  /** All cells of a row of exchange.source_row, in the order of the file. */
  public Map<String, String> cells(ResultSet row) throws SQLException {
    byte[] sealed = row.getBytes("cells");
    return sealed == null
        ? Map.of()
        : JSON.readValue(cells.bytes(row.getLong("id"), sealed), CELLS);
  }

  byte[] evidence(long row, Identity who) {
    return evidence(row, who.number(), who.phone(), who.address(), who.otherName());
  }

  byte[] evidence(long row, @Nullable String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part == null ? "" : part.replace(BETWEEN, ' ')).append(BETWEEN);
    }
    return evidence.seal(row, text.toString());
  }

  /** Of a row of a query that holds all columns of exchange.evidence. */
  public Contact contact(ResultSet row) throws SQLException {
    return contact(row.getLong("source_row"), row.getBytes("sealed"));
  }

  /** Of a row's evidence. */
  public Contact contact(long row, byte @Nullable [] sealed) {
    String text = evidence.open(row, sealed);
    if (text == null) {
      return new Contact(null, null, null, null);
    }
    @Nullable String[] parts = new @Nullable String[4];
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      int to = text.indexOf(BETWEEN, from);
      parts[i] = to == from ? null : text.substring(from, to);
      from = to + 1;
    }
    return new Contact(parts[0], parts[1], parts[2], parts[3]);
  }

  /** An update of the register by rows, within the running transaction. */
  public RegisterUpdate update(DataSource dataSource, RegisterUpdate.Origin origin) {
    return RegisterUpdate.in(dataSource, numbers, facts, origin);
  }

  /** What seals the words of facts that rows bring. */
  public SealedFacts facts() {
    return facts;
  }

  /** Of whom facts are that wait until somebody says whose a row is. */
  public static String waiting(long row, String subject) {
    return "row " + row + " " + subject;
  }

  SealedField cellsField() {
    return cells;
  }

  SealedField evidenceField() {
    return evidence;
  }
}
