/** The rule language: text, typed tree, three-valued evaluation within bounds. */
@NullMarked
package org.yimen.policy.rule;

import org.jspecify.annotations.NullMarked;
