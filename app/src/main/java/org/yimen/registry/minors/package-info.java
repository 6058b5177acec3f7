/** Who may see the sensitive details of minors, for what and how long. */
@NullMarked
package org.yimen.registry.minors;

import org.jspecify.annotations.NullMarked;
