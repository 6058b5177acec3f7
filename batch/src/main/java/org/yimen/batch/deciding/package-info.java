/** Decides the households of a partition by the one rule tree's batch form. */
@NullMarked
package org.yimen.batch.deciding;

import org.jspecify.annotations.NullMarked;
