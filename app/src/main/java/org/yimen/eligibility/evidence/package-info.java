/** What the register says of households, brought into the form that the law is tried on. */
@NullMarked
package org.yimen.eligibility.evidence;

import org.jspecify.annotations.NullMarked;
