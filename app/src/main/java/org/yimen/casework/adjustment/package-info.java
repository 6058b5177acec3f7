/** Carries a new standard out for the families that are recognised already. */
@NullMarked
package org.yimen.casework.adjustment;

import org.jspecify.annotations.NullMarked;
