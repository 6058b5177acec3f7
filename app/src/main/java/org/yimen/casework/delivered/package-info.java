/** Confirmed families as one stream, for whoever delivers them to other systems. */
@NullMarked
@NamedInterface("delivered")
package org.yimen.casework.delivered;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
