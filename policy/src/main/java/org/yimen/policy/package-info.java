/** The law as a pure function: facts of a household in, determination with a trace out. */
@NullMarked
package org.yimen.policy;

import org.jspecify.annotations.NullMarked;
