/** One deed for many applications: begun once, each done exactly once, with a report of each. */
@NullMarked
package org.yimen.casework.bulk;

import org.jspecify.annotations.NullMarked;
