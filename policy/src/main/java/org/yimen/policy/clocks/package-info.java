/** When something has to be done: dated time limits and the working days of each area. */
@NullMarked
package org.yimen.policy.clocks;

import org.jspecify.annotations.NullMarked;
