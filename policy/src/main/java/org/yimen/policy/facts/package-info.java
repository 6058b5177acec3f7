/** What the law decides from: immutable facts of a household, exact or within bounds. */
@NullMarked
package org.yimen.policy.facts;

import org.jspecify.annotations.NullMarked;
