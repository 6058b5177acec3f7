/** What the known facts of one household suggest, and why. */
@NullMarked
package org.yimen.eligibility.indication;

import org.jspecify.annotations.NullMarked;
