/** The township's review, the decision, its service, and who is in which category since. */
@NullMarked
package org.yimen.casework.decision;

import org.jspecify.annotations.NullMarked;
