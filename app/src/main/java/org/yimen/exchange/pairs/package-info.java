/** Rows of which a person says whose they are: shown side by side, settled, taken back. */
@NullMarked
package org.yimen.exchange.pairs;

import org.jspecify.annotations.NullMarked;
