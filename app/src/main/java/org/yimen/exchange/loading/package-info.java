/** A delivery on its way: received, read, linked, written in one transaction. */
@NullMarked
package org.yimen.exchange.loading;

import org.jspecify.annotations.NullMarked;
