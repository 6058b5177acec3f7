package org.yimen.exchange.loading;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.yimen.linkage.Decision;

/**
 * A file of which every row is decided; nothing of it is written yet.
 *
 * @param before the ledger that it was linked on
 * @param after the ledger once it is written
 * @param decisions in the order of the file's records
 * @param homes the household of each decision's person
 * @param joins the decisions whose person is to be a member of that household from now on
 * @param numbers numbers that the residence file gives to households
 */
record LinkedFile(
    ReadFile file,
    Ledger before,
    Ledger after,
    List<Decision> decisions,
    long[] homes,
    BitSet joins,
    Map<Long, String> numbers) {}
