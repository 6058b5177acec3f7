/** The rule tree of a day at a place as a plan: steps over columns, and one SQL statement. */
@NullMarked
package org.yimen.policy.plan;

import org.jspecify.annotations.NullMarked;
