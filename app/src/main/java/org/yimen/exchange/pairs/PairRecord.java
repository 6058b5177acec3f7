package org.yimen.exchange.pairs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yimen.exchange.loading.SealedRows;
import org.yimen.exchange.reading.Identity;
import org.yimen.exchange.reading.RowFact;
import org.yimen.platform.ProblemType;
import org.yimen.registry.SealedFacts;

/**
 * A doubtful row with all that settling it takes.
 *
 * @param changes what the decision changed in the register, null while the pair is open
 * @param firstRow the first source row of the row's delivery
 */
record PairRecord(
    long id,
    String state,
    @Nullable Long person,
    @Nullable String decidedBy,
    @Nullable OffsetDateTime decidedAt,
    @Nullable String changes,
    String why,
    long delivery,
    long firstRow,
    String format,
    OffsetDateTime receivedAt,
    Identity who) {

  private static final String PAIR =
      """
      select p.*, r.delivery, d.format, d.received_at, e.*,
        (select min(o.id) from exchange.source_row o where o.delivery = d.id) as first_row
      from exchange.doubtful_pair p
      join exchange.source_row r on r.id = p.source_row
      join exchange.delivery d on d.id = r.delivery
      join exchange.evidence e on e.source_row = p.source_row
      where p.source_row = :id for update of p
      """;

  /** Reads a pair and keeps it locked until the transaction ends. */
  static PairRecord lock(JdbcClient jdbc, SealedRows sealed, long id) {
    return jdbc.sql(PAIR)
        .param("id", id)
        .query((row, number) -> of(row, identity(row, sealed.contact(row))))
        .optional()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("没有这一对记录。"));
  }

  private static PairRecord of(ResultSet row, Identity who) throws SQLException {
    return new PairRecord(
        row.getLong("source_row"),
        row.getString("state"),
        row.getObject("person", Long.class),
        row.getString("decided_by"),
        row.getObject("decided_at", OffsetDateTime.class),
        row.getString("changes"),
        row.getString("why"),
        row.getLong("delivery"),
        row.getLong("first_row"),
        row.getString("format"),
        row.getObject("received_at", OffsetDateTime.class),
        who);
  }

  private static Identity identity(ResultSet row, SealedRows.Contact contact) throws SQLException {
    return new Identity(
        contact.number(),
        row.getString("name"),
        row.getString("sex"),
        row.getString("birth"),
        row.getString("area"),
        contact.address(),
        row.getString("household_key"),
        row.getObject("household_size", Integer.class),
        contact.phone(),
        row.getString("relation"),
        contact.otherName(),
        Identity.Role.valueOf(row.getString("role")),
        row.getString("ethnic_group"));
  }

  boolean open() {
    return state.equals("open");
  }

  boolean residence() {
    return format.equals("residence");
  }

  LocalDate day(ZoneId zone) {
    return receivedAt.atZoneSameInstant(zone).toLocalDate();
  }

  /** The facts kept back until now. */
  List<RowFact> withheld(JdbcClient jdbc, SealedFacts sealed) {
    return jdbc.sql("select * from exchange.withheld_fact where source_row = :id")
        .param("id", id)
        .query((row, number) -> withheld(row, sealed))
        .list();
  }

  private static RowFact withheld(ResultSet row, SealedFacts sealed) throws SQLException {
    String subject = row.getString("subject");
    String kind = row.getString("kind");
    SealedFacts.Words words =
        sealed.open(
            SealedRows.waiting(row.getLong("source_row"), subject),
            kind,
            new SealedFacts.Kept(
                row.getString("code"), row.getString("detail"), row.getBytes("sealed")));
    return new RowFact(
        subject.equals("person") ? RowFact.Subject.PERSON : RowFact.Subject.HOUSEHOLD,
        kind,
        row.getObject("amount", Long.class),
        words.code(),
        words.detail(),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class));
  }
}
