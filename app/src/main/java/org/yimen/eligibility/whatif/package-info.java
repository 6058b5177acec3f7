/** Tries other values and fewer conditions on today's register before anybody decides them. */
@NullMarked
package org.yimen.eligibility.whatif;

import org.jspecify.annotations.NullMarked;
