/**
 * What goes out to the two national systems: confirmed and watched families, by difference, in
 * their columns; what came of it; checks before it goes.
 */
@NullMarked
package org.yimen.exchange.outward;

import org.jspecify.annotations.NullMarked;
