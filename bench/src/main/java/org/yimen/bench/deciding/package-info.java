/** How fast households are decided. */
@NullMarked
package org.yimen.bench.deciding;

import org.jspecify.annotations.NullMarked;
