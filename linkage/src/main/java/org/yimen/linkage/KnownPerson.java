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
    @Nullable String relation) {}
