/**
 * Two visits of one family made into one set of answers, field by field; what contradicts is told.
 */
@NullMarked
package org.yimen.casework.merge;

import org.jspecify.annotations.NullMarked;
