/** The schema of households' facts, and how a row of it becomes a household. */
@NullMarked
package org.yimen.batch.facts;

import org.jspecify.annotations.NullMarked;
