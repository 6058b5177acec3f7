/**
 * The same rule tree over columns of many households: integers only, three-valued, within bounds.
 */
@NullMarked
package org.yimen.policy.columns;

import org.jspecify.annotations.NullMarked;
