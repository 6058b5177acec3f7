/**
 * Reads a bureau's file by its description: from bytes to rows with a person's identity and facts.
 *
 * <p>Knows no database and no person: it says what stands in the file, row by row, and leaves
 * nothing out. Workbooks are parsed here (StAX over the zip entries) and not by a spreadsheet
 * library, because a file from outside must be read within bounds: cell length, unpacked size and
 * formula cells have to be seen before they are in memory.
 */
@NullMarked
package org.yimen.exchange.reading;

import org.jspecify.annotations.NullMarked;
