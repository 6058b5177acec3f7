/** What a run leaves behind: results, sums, rejected rows; whole or not at all. */
@NullMarked
package org.yimen.batch.output;

import org.jspecify.annotations.NullMarked;
