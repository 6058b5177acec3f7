/** What a system answered to a pack, and the settling of differences. */
@NullMarked
package org.yimen.exchange.outward.receipts;

import org.jspecify.annotations.NullMarked;
