/** A pack's rows field by field, for systems whose screens take no file. */
@NullMarked
package org.yimen.exchange.outward.copying;

import org.jspecify.annotations.NullMarked;
