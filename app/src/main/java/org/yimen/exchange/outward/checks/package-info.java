/** What is looked at before a pack goes out: conditions as data, asked of all families at once. */
@NullMarked
package org.yimen.exchange.outward.checks;

import org.jspecify.annotations.NullMarked;
