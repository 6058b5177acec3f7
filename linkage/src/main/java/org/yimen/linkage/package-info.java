/** Finds out which records of different bureaus speak of the same person. */
@NullMarked
package org.yimen.linkage;

import org.jspecify.annotations.NullMarked;
