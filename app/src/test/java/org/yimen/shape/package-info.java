/** Reads the sources of this repository as trees, to hold the code against its limits. */
@NullMarked
package org.yimen.shape;

import org.jspecify.annotations.NullMarked;
