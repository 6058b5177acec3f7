/** Which law holds: the product's rules, the area's values and those that people put in force. */
@NamedInterface("inforce")
@NullMarked
package org.yimen.eligibility.inforce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
