/** What single fact, changed by how much, would give a household another category. */
@NullMarked
package org.yimen.policy.nearmiss;

import org.jspecify.annotations.NullMarked;
