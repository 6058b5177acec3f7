/** Which limits end, are over or have gone up, and how many were kept. */
@NullMarked
package org.yimen.casework.deadlines;

import org.jspecify.annotations.NullMarked;
