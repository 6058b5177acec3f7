package org.yimen.exchange.outward.receipts;

import java.util.Map;

/**
 * A row of a receipt.
 *
 * @param sheet its name; empty in a text file
 * @param pack the pack's number where the row names one
 * @param answer accepted, refused, or empty where it can't be told
 * @param reason theirs
 * @param values what else it says, by their heads
 */
record ReceiptLine(
    String sheet,
    String pack,
    String name,
    String number,
    String answer,
    String reason,
    Map<String, String> values) {}
