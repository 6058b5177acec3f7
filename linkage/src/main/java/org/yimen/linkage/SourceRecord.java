package org.yimen.linkage;

import org.jspecify.annotations.Nullable;
import org.yimen.linkage.text.BirthDate;
import org.yimen.linkage.text.Sex;

/**
 * What one row of a bureau's file says about who it is of.
 *
 * @param row position in the list, returned in the decision
 * @param number citizen number as written, with all its damage
 * @param name as written
 * @param sex where the row tells
 * @param birth where the row tells
 * @param areaCode village (12 digits) or town (9 digits)
 * @param address as written
 * @param householdKey equal in rows of one household of the same file
 * @param householdSize as the row tells it, the person included
 * @param phone as written
 * @param relation to the head, GB/T 4761, two digits
 * @param otherName guardian, relative or head named in the row
 * @param role whom the row names
 */
public record SourceRecord(
    int row,
    @Nullable String number,
    String name,
    @Nullable Sex sex,
    @Nullable BirthDate birth,
    @Nullable String areaCode,
    @Nullable String address,
    @Nullable String householdKey,
    @Nullable Integer householdSize,
    @Nullable String phone,
    @Nullable String relation,
    @Nullable String otherName,
    Role role) {}
