package org.yimen.exchange.reading;

import org.jspecify.annotations.Nullable;

/**
 * Who a row is about, as the file says it.
 *
 * @param number citizen number (or 20-digit disability number) as written, trimmed only
 * @param name as written, trimmed only
 * @param sex {@code male} or {@code female}
 * @param birthDate ISO: {@code yyyy-MM-dd}, {@code yyyy-MM} or {@code yyyy}
 * @param areaCode 12-digit village or 9-digit town
 * @param address as written, with the house number
 * @param householdKey the same for all rows of one household in the file
 * @param relation to the head, GB/T 4761 two digits
 * @param otherName guardian, relative or payee named in the row
 * @param ethnicGroup GB/T 3304 two digits
 */
public record Identity(
    @Nullable String number,
    String name,
    @Nullable String sex,
    @Nullable String birthDate,
    @Nullable String areaCode,
    @Nullable String address,
    @Nullable String householdKey,
    @Nullable Integer householdSize,
    @Nullable String phone,
    @Nullable String relation,
    @Nullable String otherName,
    Role role,
    @Nullable String ethnicGroup) {

  /** As what the person stands in the row. */
  public enum Role {
    PERSON,
    HOUSEHOLD_HEAD,
    PAYEE
  }
}
