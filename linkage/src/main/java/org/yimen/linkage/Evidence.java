package org.yimen.linkage;

/**
 * What speaks for and against one person.
 *
 * @param at the person's position in the register
 * @param number agreement of the numbers
 * @param relativesNumber true where the row's number is of another member of the household
 * @param name agreement of the names
 * @param levels agreement of the other fields by {@link Field}
 * @param bits all together
 */
record Evidence(
    int at,
    NumberAgreement number,
    boolean relativesNumber,
    NameAgreement name,
    byte[] levels,
    double bits) {

  int level(Field field) {
    return levels[field.ordinal()];
  }
}
