/** The rules over a province's or the nation's households, on Spark. */
@NullMarked
package org.yimen.batch;

import org.jspecify.annotations.NullMarked;
