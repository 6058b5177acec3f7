/** One kind of paper of many cases, printed by a bulk job. */
@NullMarked
package org.yimen.casework.printing;

import org.jspecify.annotations.NullMarked;
