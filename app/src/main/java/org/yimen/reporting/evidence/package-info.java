/**
 * What others need for checking that the law's invariants hold, and the check that needs no more.
 */
@NamedInterface("evidence")
@NullMarked
package org.yimen.reporting.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
