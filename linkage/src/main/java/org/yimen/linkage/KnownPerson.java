package org.yimen.linkage;

import org.jspecify.annotations.Nullable;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.Sex;

/**
 * A person the register already holds.
 *
 * @param id stable id
 * @param household id of the household, 0 where none is known
 * @param name as registered
 * @param number citizen number
 * @param sex where known
 * @param birth where known
 * @param areaCode village (12 digits) or town (9 digits)
 * @param address of the household
 * @param phone of the person or the household
 * @param relation to the head, GB/T 4761, two digits
 */
public record KnownPerson(
    long id,
    long household,
    String name,
    @Nullable String number,
    @Nullable Sex sex,
    @Nullable BirthDate birth,
    @Nullable String areaCode,
    @Nullable String address,
    @Nullable String phone,
    @Nullable String relation) {

  /** The person whom a row founds that nobody known fits. */
  public static KnownPerson founded(SourceRecord row, long id, long household) {
    String relation = row.role() == Role.PERSON ? row.relation() : "02";
    return new KnownPerson(
        id,
        household,
        row.name(),
        row.number(),
        row.sex(),
        row.birth(),
        row.areaCode(),
        row.address(),
        row.phone(),
        relation);
  }
}
