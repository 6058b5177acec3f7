/** A delivery on its way: received, read, linked, written in one transaction. */
@NamedInterface("loading")
@NullMarked
package org.yimen.exchange.loading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
