/** Evaluates the rules over one household: facts by name, who is recognised, the reasons. */
@NullMarked
package org.yimen.policy.evaluation;

import org.jspecify.annotations.NullMarked;
