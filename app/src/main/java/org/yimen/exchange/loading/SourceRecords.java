package org.yimen.exchange.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.yimen.exchange.reading.Identity;
import org.yimen.linkage.Role;
import org.yimen.linkage.SourceRecord;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.Sex;

/** What linking takes, from a row read just now or from the evidence kept of an earlier one. */
public final class SourceRecords {

  private SourceRecords() {}

  static SourceRecord of(int row, Identity identity) {
    return new SourceRecord(
        row,
        identity.number(),
        identity.name(),
        sex(identity.sex()),
        birth(identity.birthDate()),
        identity.areaCode(),
        identity.address(),
        identity.householdKey(),
        identity.householdSize(),
        identity.phone(),
        identity.relation(),
        identity.otherName(),
        Role.valueOf(identity.role().name()));
  }

  /** From a row of a query that holds all columns of exchange.evidence. */
  static SourceRecord of(ResultSet evidence, SealedRows sealed) throws SQLException {
    SealedRows.Contact contact = sealed.contact(evidence);
    return new SourceRecord(
        0,
        contact.number(),
        evidence.getString("name"),
        sex(evidence.getString("sex")),
        birth(evidence.getString("birth")),
        evidence.getString("area"),
        contact.address(),
        evidence.getString("household_key"),
        evidence.getObject("household_size", Integer.class),
        contact.phone(),
        evidence.getString("relation"),
        contact.otherName(),
        Role.valueOf(evidence.getString("role")));
  }

  private static @Nullable Sex sex(@Nullable String told) {
    return told == null ? null : told.equals("male") ? Sex.MALE : Sex.FEMALE;
  }

  /** From yyyy, yyyy-MM or yyyy-MM-dd. */
  private static @Nullable BirthDate birth(@Nullable String iso) {
    if (iso == null) {
      return null;
    }
    Integer month = iso.length() < 7 ? null : Integer.valueOf(iso.substring(5, 7));
    Integer day = iso.length() < 10 ? null : Integer.valueOf(iso.substring(8, 10));
    return new BirthDate(Integer.parseInt(iso.substring(0, 4)), month, day);
  }
}
