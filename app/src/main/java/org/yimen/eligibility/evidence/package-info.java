/** What the register says of households, brought into the form that the law is tried on. */
@NamedInterface("evidence")
@NullMarked
package org.yimen.eligibility.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
