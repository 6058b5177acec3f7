/** What follows from a determination in months and yuan: payment, back-pay, ending, ceilings. */
@NullMarked
package org.yimen.policy.amounts;

import org.jspecify.annotations.NullMarked;
