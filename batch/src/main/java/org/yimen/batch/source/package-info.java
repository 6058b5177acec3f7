/** Where households come from: Parquet, lines of JSON, tables as CSV. */
@NullMarked
package org.yimen.batch.source;

import org.jspecify.annotations.NullMarked;
