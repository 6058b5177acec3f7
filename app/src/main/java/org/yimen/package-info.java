/** One door: a district's register, its rules at work, and the pages that officers see. */
@NullMarked
package org.yimen;

import org.jspecify.annotations.NullMarked;
